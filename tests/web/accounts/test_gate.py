"""Who gets through the gate, and who does not."""

import pytest
from desk_client import asked
from fastapi.routing import APIRoute

from dateline.errors import InputError
from dateline.store import Store
from dateline.web.app import _parts
from tests.web.conftest import PASSWORD


def sign_in(client, name: str, password: str = PASSWORD, onto: str = "/"):
    return client.post("/sign-in", data={"name": name, "password": password, "next": onto})


def test_on_ones_own_machine_nobody_signs_in(client):
    assert client.get("/review").status_code == 200


@pytest.mark.parametrize("host", ["evil.example", "192.168.0.9:8700", "127.0.0.1.evil.example"])
def test_a_name_that_elsewhere_points_here_is_refused(client, host):
    assert client.get("/review", headers={"host": host}).status_code == 421


@pytest.mark.parametrize("host", ["localhost:8700", "127.0.0.1:8700", "[::1]:8700"])
def test_names_of_this_machine_are_answered(client, host):
    assert client.get("/review", headers={"host": host}).status_code == 200


@pytest.mark.parametrize(
    "headers",
    [
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
        {"sec-fetch-site": "", "origin": "http://127.0.0.1:8700"},
    ],
)
def test_another_site_changes_nothing(client, headers):
    assert client.post("/review/undo", headers=headers).status_code == 403


@pytest.mark.parametrize(
    ("origin", "status"), [("http://127.0.0.1:8700", 303), ("http://evil.example", 403), ("null", 403), (None, 403)]
)
def test_an_old_browser_is_believed_by_its_origin(client, origin, status):
    del client.headers["sec-fetch-site"]
    headers = {"origin": origin} if origin else {}
    assert client.post("/language", data={"language": "fr"}, headers=headers).status_code == status


def test_others_cannot_reach_a_desk_where_nobody_can_sign_in(database):
    with pytest.raises(InputError, match=r"needs sign-in.*desk-users add") as raised, asked(database, host="0.0.0.0"):
        pass
    assert raised.value.source == "0.0.0.0"


def test_with_accounts_one_signs_in_on_ones_own_machine_too(database):
    with Store.open(str(database)) as store:
        store.accounts.add("Ann", "admin", PASSWORD, by="test")
    with asked(database) as client:
        assert client.get("/review").headers["location"] == "/sign-in?next=%2Freview"


@pytest.mark.parametrize("path", ["/", "/events", "/events.json", "/review?item=e_1", "/add", "/users", "/nothing"])
def test_who_is_not_signed_in_sees_nothing(team, path):
    answer = team.get(path)
    assert answer.status_code == 303
    assert answer.headers["location"].startswith("/sign-in?next=%2F")


def test_a_program_that_is_not_signed_in_is_told_so(team):
    assert team.get("/events.json", headers={"accept": "application/json"}).status_code == 401


def test_styles_and_the_form_are_there_for_everybody(team):
    assert team.get("/static/css/tokens.css").status_code == 200
    assert team.get("/sign-in").status_code == 200


def test_who_signs_in_goes_on_to_the_page_that_was_asked_for(team):
    answer = sign_in(team, "reviewer", onto="/review?item=e_1")
    assert (answer.status_code, answer.headers["location"]) == (303, "/review?item=e_1")
    cookie = answer.headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=lax" in cookie
    assert team.get("/review").status_code == 200


def test_a_sign_in_never_leads_to_another_site(team):
    assert sign_in(team, "reviewer", onto="//evil.example/").headers["location"] == "/"


def test_a_wrong_password_is_refused_without_saying_what_was_wrong(team):
    wrong, unknown = sign_in(team, "reviewer", "no"), sign_in(team, "nobody", "no")
    assert (wrong.status_code, unknown.status_code) == (403, 403)
    assert wrong.text.replace("reviewer", "") == unknown.text.replace("nobody", "")


def test_too_many_wrong_passwords_make_one_wait_even_with_the_right_one(team):
    for _ in range(5):
        sign_in(team, "reviewer", "no")
    assert sign_in(team, "reviewer").status_code == 429
    assert sign_in(team, "admin").status_code == 303


def test_signing_out_ends_it(team):
    sign_in(team, "reviewer")
    token = team.cookies["dateline_sign_in"]
    team.post("/sign-out")
    team.cookies.set("dateline_sign_in", token)
    assert team.get("/review").status_code == 303


@pytest.mark.parametrize(
    ("role", "path", "status"),
    [
        ("reader", "/review", 403),
        ("reader", "/add", 403),
        ("reader", "/users", 403),
        ("reviewer", "/review", 200),
        ("reviewer", "/add", 200),
        ("reviewer", "/users", 403),
        ("admin", "/review", 200),
        ("admin", "/users", 200),
    ],
)
def test_a_role_opens_its_pages_and_no_others(team, role, path, status):
    sign_in(team, role)
    assert team.get(path).status_code == status


@pytest.mark.parametrize("path", ["/review/accept", "/review/reject", "/review/undo", "/review/merge", "/review/split"])
def test_a_reader_changes_nothing(team, path):
    sign_in(team, "reader")
    assert team.post(path, data={"subject": "e_1", "event": "e_1"}).status_code == 403


def test_every_address_that_changes_something_takes_a_role(team):
    routes = [route for part in _parts() for route in part.routes]
    changing = {route.path for route in routes if isinstance(route, APIRoute) and route.methods != {"GET"}}
    open_to_all = {"/language", "/sign-in", "/sign-out"}
    assert open_to_all < changing
    sign_in(team, "reader")
    for path in changing - open_to_all:
        assert team.post(path.format(subject="e_1"), data={"name": "x"}).status_code == 403, path


def test_an_admin_adds_changes_and_removes_users(team, database):
    sign_in(team, "admin")
    team.post("/users", data={"name": "Ben", "role": "reader", "password": PASSWORD})
    team.post("/users/role", data={"name": "Ben", "role": "reviewer"})
    with Store.open(str(database), write=False) as store:
        assert ("Ben", "reviewer") in [(one.name, one.role) for one in store.accounts.all()]
        assert {entry.by for entry in store.log("Ben")} == {"admin"}
    team.post("/users/remove", data={"name": "Ben"})
    assert "Ben" not in team.get("/users").text


def test_what_is_wrong_with_a_new_user_is_said_on_the_page(team):
    sign_in(team, "admin")
    answer = team.post("/users", data={"name": "Ben", "role": "reader", "password": "short"})
    assert answer.status_code == 400
    assert "10 to 1,000 characters" in answer.text
