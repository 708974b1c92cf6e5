"""`dateline desk-users`: who may sign in, and a desk that does not start where nobody could."""

import pytest
from command_run import Run

from dateline.cli.desk_users import RoleChoice
from dateline.store import ROLES, Store

PASSWORD = b"four small grey horses\n"


def test_the_choices_are_the_roles_of_accounts() -> None:
    assert [role.value for role in RoleChoice] == list(ROLES)


def test_a_user_is_added_listed_changed_and_removed(run: Run) -> None:
    assert run("desk-users", "add", "Ann Lee", "--role", "admin", stdin=PASSWORD).status == 0
    assert run("desk-users", "add", "Ben", "--role", "reader", stdin=PASSWORD).status == 0
    assert run("desk-users", "role", "Ben", "--role", "reviewer").status == 0
    listed = run("desk-users", "list").out.splitlines()
    assert [line.split()[0] for line in listed] == ["admin", "reviewer"]
    assert run("desk-users", "remove", "Ben").status == 0
    assert "Ben" not in run("desk-users", "list").out


def test_another_password_takes_the_place_of_the_old_one(run: Run) -> None:
    run("desk-users", "add", "Ann", "--role", "admin", stdin=PASSWORD)
    assert run("desk-users", "password", "Ann", stdin=b"nine tall white swans\n").status == 0
    with Store.open("dateline.db") as store:
        assert store.accounts.sign_in("Ann", "nine tall white swans")
        assert store.accounts.sign_in("Ann", PASSWORD.decode().strip()) is None


@pytest.mark.parametrize(("password", "reason"), [(b"short\n", "10 to 1,000 characters"), (b"", "10 to 1,000")])
def test_a_password_that_is_too_short_is_refused(run: Run, password: bytes, reason: str) -> None:
    result = run("desk-users", "add", "Ann", stdin=password)
    assert (result.status, reason in result.err) == (1, True)


def test_a_desk_for_others_does_not_start_where_nobody_can_sign_in(run: Run) -> None:
    result = run("desk", "--host", "0.0.0.0", "--no-browser", "--port", "0")
    assert result.status == 1
    assert "needs sign-in" in result.err
    assert "dateline desk-users add" in result.err
