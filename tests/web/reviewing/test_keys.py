"""The keys of the review queue: one registry, and the keys that a person would rather have."""

from pathlib import Path

import pytest

from dateline.errors import InputError
from dateline.web.reviewing.keys import KEYS_VARIABLE, load_keys, own_keys_file


def by_action(own: Path | None = None) -> dict[str, str]:
    return {key.action: key.key for key in load_keys(own)}


def test_the_keys_of_the_queue_are_these():
    promised = {"accept": "a", "reject": "x", "edit": "e", "split": "s", "merge": "m", "skip": " ", "undo": "u"}
    promised |= {"next": "j", "previous": "k", "help": "?"}
    assert promised.items() <= by_action().items()


def test_a_file_of_ones_own_gives_actions_other_keys(tmp_path):
    own = tmp_path / "keys.yaml"
    own.write_text("accept: y\nskip: n\n", encoding="utf-8")
    assert (by_action(own)["accept"], by_action(own)["skip"], by_action(own)["reject"]) == ("y", "n", "x")


def test_the_space_bar_is_called_space(tmp_path):
    own = tmp_path / "keys.yaml"
    own.write_text("accept: space\nskip: n\n", encoding="utf-8")
    assert by_action(own)["accept"] == " "
    assert next(key.shown for key in load_keys() if key.action == "skip") == "space"


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("agree: y", "there is no action 'agree'"),
        ("accept: x", "cannot be both"),
        ("accept: 7", "write lines such as"),
        ("- accept", "write lines such as"),
        ("accept: [", "cannot be read"),
    ],
)
def test_a_file_that_cannot_be_is_refused_with_a_reason(tmp_path, content, reason):
    own = tmp_path / "keys.yaml"
    own.write_text(content, encoding="utf-8")
    with pytest.raises(InputError, match=reason) as raised:
        load_keys(own)
    assert raised.value.source == str(own)


def test_a_file_that_is_named_but_not_there_is_refused(tmp_path):
    with pytest.raises(InputError, match="cannot be read"):
        load_keys(tmp_path / "none.yaml")


def test_the_file_is_named_by_the_environment(tmp_path, monkeypatch):
    monkeypatch.setenv(KEYS_VARIABLE, str(tmp_path / "mine.yaml"))
    assert own_keys_file() == tmp_path / "mine.yaml"
