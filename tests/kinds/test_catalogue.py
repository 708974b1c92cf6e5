import pytest

from dateline.errors import KindsError
from dateline.kinds import load_catalogue

GOOD = """\
kind: drone_sighting
label: drone sighting
group: control
definition: A drone is seen and nobody is hurt.
roles:
  actor: who flies it
triggers:
  verbs:
    - {lemma: hover, needs: {subject: [drone]}, unless: {on: [verge]}}
  nouns: [overflight]
  phrases: [drone in the sky]
examples:
  - {text: A drone hovered over the port., triggers: hovered}
"""


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "drone_sighting.yaml").write_text(GOOD, encoding="utf-8")
    return tmp_path


def changed(folder, old, new):
    file = folder / "drone_sighting.yaml"
    file.write_text(GOOD.replace(old, new), encoding="utf-8")
    return file


def refusal(folder):
    with pytest.raises(KindsError) as refused:
        load_catalogue([folder])
    return refused.value


def test_our_own_kinds_are_the_forty_one_of_the_contract():
    assert len(load_catalogue().kinds) == 41


def test_adding_a_kind_is_adding_a_file(folder):
    catalogue = load_catalogue([folder])

    assert len(catalogue.kinds) == 42
    assert [trigger.words for trigger in catalogue.kinds["drone_sighting"].triggers] == [
        ("hover",),
        ("overflight",),
        ("drone", "in", "the", "sky"),
    ]


def test_a_users_kind_takes_the_place_of_ours_of_that_name(folder):
    changed(folder, "kind: drone_sighting", "kind: escape")

    catalogue = load_catalogue([folder])

    assert len(catalogue.kinds) == 41
    assert catalogue.kinds["escape"].label == "drone sighting"


def test_the_digest_changes_with_the_data(folder):
    before = load_catalogue([folder]).digest
    changed(folder, "nobody is hurt", "no one is hurt")

    assert load_catalogue([folder]).digest != before


def test_on_and_no_are_words_not_truth_values(folder):
    trigger = load_catalogue([folder]).kinds["drone_sighting"].triggers[0]

    assert trigger.unless.slots == {"on": ("verge",)}


@pytest.mark.parametrize(
    ("old", "new", "line", "reason"),
    [
        ("group: control", "group: weather", 3, "group"),
        ("  nouns: [overflight]", "  nouns: 7", 10, "nouns"),
        ("subject: [drone]", "sujet: [drone]", 9, "unknown slot 'sujet'"),
        ("subject: [drone]", "subject: ['@dragons']", 9, "unknown word class @dragons"),
        ("label: drone sighting\n", "", 1, "label"),
        ("roles:", "rolls:", 5, "rolls"),
        ("  actor: who", "  pilot: who", 6, "pilot"),
        ("definition: A", "definition: [A", 5, "not valid YAML"),
    ],
)
def test_a_wrong_file_is_refused_with_file_line_and_reason(folder, old, new, line, reason):
    file = changed(folder, old, new)

    refused = refusal(folder)

    assert refused.file == str(file)
    assert refused.line == line
    assert reason in str(refused)


def test_an_empty_file_is_refused(folder):
    (folder / "empty.yaml").write_text("", encoding="utf-8")

    assert "the file is empty" in str(refusal(folder))


def test_a_file_that_is_not_utf8_is_refused(folder):
    (folder / "latin.yaml").write_bytes("kind: évasion".encode("latin-1"))

    assert "not UTF-8" in str(refusal(folder))


def test_a_folder_that_is_not_there_is_named(tmp_path):
    assert "not a directory" in str(refusal(tmp_path / "nowhere"))


def test_a_folder_without_kinds_is_named(tmp_path):
    assert "holds no .yaml file" in str(refusal(tmp_path))


def test_a_kind_that_stands_in_two_files_is_refused(folder):
    (folder / "again.yaml").write_text(GOOD, encoding="utf-8")

    assert "stands in another file" in str(refusal(folder))
