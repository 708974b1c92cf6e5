import os
import sqlite3
import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from dateline.errors import InputError
from dateline.gazetteer import making, open_gazetteer, sources
from tests.gazetteer.small_world import small_world


@pytest.fixture(autouse=True)
def few_places(monkeypatch):
    monkeypatch.setattr(sources, "geonames_places", small_world)


def the_file(folder):
    (file,) = folder.glob("gazetteer-*.sqlite")
    return file


def test_the_file_is_built_on_first_use_and_told_of(tmp_path):
    told = []
    with open_gazetteer(tmp_path, told.append) as gazetteer:
        assert gazetteer.knows("Norland")
    assert told


def test_the_file_is_not_built_twice(tmp_path):
    open_gazetteer(tmp_path).close()
    told = []
    open_gazetteer(tmp_path, told.append).close()
    assert told == []


def test_the_folder_can_be_named_in_the_environment(tmp_path, monkeypatch):
    monkeypatch.setenv("DATELINE_CACHE", str(tmp_path / "here"))
    open_gazetteer().close()
    assert the_file(tmp_path / "here").is_file()


@pytest.mark.parametrize("damage", [b"", b"no database", b"SQLite format 3\0"])
def test_a_damaged_file_is_built_anew(tmp_path, damage):
    open_gazetteer(tmp_path).close()
    the_file(tmp_path).write_bytes(damage)
    with open_gazetteer(tmp_path) as gazetteer:
        assert gazetteer.knows("Norland")


def test_a_file_that_was_cut_short_is_built_anew(tmp_path):
    open_gazetteer(tmp_path).close()
    file = the_file(tmp_path)
    file.write_bytes(file.read_bytes()[:-4096])
    told = []
    with open_gazetteer(tmp_path, told.append) as gazetteer:
        assert gazetteer.knows("Norland")
    assert "not as it was built" in told[0]


def test_a_file_of_another_version_is_left_alone_and_not_used(tmp_path, monkeypatch):
    open_gazetteer(tmp_path).close()
    monkeypatch.setattr(making, "gazetteer_digest", lambda: "another")
    open_gazetteer(tmp_path).close()
    assert len(list(tmp_path.glob("gazetteer-*.sqlite"))) == 2


def test_a_file_of_another_version_goes_when_it_has_not_been_used_for_a_month(tmp_path, monkeypatch):
    open_gazetteer(tmp_path).close()
    os.utime(the_file(tmp_path), (0, 0))
    monkeypatch.setattr(making, "gazetteer_digest", lambda: "another")
    open_gazetteer(tmp_path).close()
    assert the_file(tmp_path).name == "gazetteer-another.sqlite"


def test_a_build_that_fails_leaves_nothing_behind(tmp_path, monkeypatch):
    def broken():
        yield from small_world()
        raise OSError("the disk is full")

    monkeypatch.setattr(sources, "geonames_places", broken)
    with pytest.raises(OSError, match="full"):
        open_gazetteer(tmp_path)
    assert not list(tmp_path.glob("*gazetteer-*"))


def test_a_file_that_was_overwritten_in_the_middle_is_built_anew(tmp_path):
    open_gazetteer(tmp_path).close()
    file = the_file(tmp_path)
    content = bytearray(file.read_bytes())
    middle = len(content) // 2
    content[middle : middle + 400] = b"\0" * 400
    file.write_bytes(content)
    told = []
    open_gazetteer(tmp_path, told.append).close()
    assert told


def test_one_that_another_process_is_building_is_waited_for_and_not_built_twice(tmp_path):
    built, told = [], []

    def slowly():
        built.append(1)
        time.sleep(0.3)
        yield from small_world()

    with pytest.MonkeyPatch.context() as patch, ThreadPoolExecutor(2) as pool:
        patch.setattr(sources, "geonames_places", slowly)
        opened = [pool.submit(open_gazetteer, tmp_path, told.append) for _ in range(2)]
        for one in opened:
            one.result().close()
    assert built == [1]
    assert any("waiting" in message for message in told)


def test_a_folder_that_cannot_be_made_is_named_with_what_to_do(tmp_path):
    (tmp_path / "file").touch()
    with pytest.raises(InputError, match="DATELINE_CACHE"):
        open_gazetteer(tmp_path / "file" / "cache")


def test_the_file_says_of_which_version_it_is(tmp_path):
    open_gazetteer(tmp_path).close()
    with sqlite3.connect(the_file(tmp_path)) as file:
        ((digest,),) = file.execute("SELECT value FROM about WHERE key = 'digest'").fetchall()
    file.close()
    assert digest == making.gazetteer_digest()
