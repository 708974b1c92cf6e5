import contextlib
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.errors import InputError
from dateline.gazetteer import making, open_gazetteer, sources
from dateline.gazetteer.adding import add_dump
from dateline.gazetteer.dump import COLUMNS, read_dump, read_lines
from tests.gazetteer.small_world import own_places, small_world


def row(number, name, feature="P.PPL", country="SY", admin1="13", admin2="", people=0, names=(), at=(36.1, 38.2)):
    letter, _, code = feature.partition(".")
    cells = [number, name, name, ",".join(names), *at, letter, code, country, "", admin1, admin2, "", "", people]
    return "\t".join(map(str, [*cells, "", 300, "Asia/Damascus", "2020-01-01"]))


@pytest.fixture(autouse=True)
def small(monkeypatch):
    monkeypatch.setattr(sources, "geonames_places", small_world)
    monkeypatch.setattr(making, "read_supplement", lambda _: own_places())


@pytest.fixture
def written(tmp_path):
    def write(*rows, name="SY.txt"):
        file = tmp_path / name
        file.write_text("".join(f"{line}\n" for line in rows), encoding="utf-8")
        return file

    return write


@pytest.fixture
def cache(tmp_path):
    return tmp_path / "cache"


def found(cache, name):
    with open_gazetteer(cache) as gazetteer:
        return [candidate.place for candidate in gazetteer.find(name)]


def test_a_zip_of_geonames_is_read_past_its_readme(written, tmp_path):
    packed = tmp_path / "SY.zip"
    with zipfile.ZipFile(packed, "w") as to:
        to.writestr("readme.txt", "what the columns mean")
        to.write(written(row(9_000_001, "Zarnab")), "SY.txt")
    assert [place.name for _, place in read_dump(packed)] == ["Zarnab"]


@pytest.mark.parametrize("names", [(), ("one.txt", "two.txt")])
def test_a_zip_without_one_table_is_refused(tmp_path, names):
    packed = tmp_path / "SY.zip"
    with zipfile.ZipFile(packed, "w") as to:
        for name in names:
            to.writestr(name, "")
    with pytest.raises(InputError, match=f"holds {len(names)} tables"):
        list(read_dump(packed))


def test_a_cut_zip_is_named_as_damaged(written, tmp_path):
    packed = tmp_path / "SY.zip"
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as to:
        to.write(written(*(row(9_000_000 + n, f"Zarnab {n}") for n in range(500))), "SY.txt")
    content = bytearray(packed.read_bytes())
    content[200:400] = bytes(200)
    packed.write_bytes(content)
    with pytest.raises(InputError, match=r"SY\.zip"):
        list(read_dump(packed))


def test_a_place_that_is_there_already_stays_as_it_is(written, cache):
    added = add_dump(written(row(5, "Karm", at=(1.0, 1.0)), row(9_000_001, "Zarnab")), cache)
    assert added == (2, 1)
    assert (32.2, 42.1) in [(place.latitude, place.longitude) for place in found(cache, "Karm")]


def test_a_village_lies_in_the_area_of_its_code_by_the_name_that_we_have(written, cache):
    area = row(3, "Muhafazat Mirna", "A.ADM1", admin1="13")
    add_dump(written(area, row(9_000_001, "Zarnab", admin1="13")), cache)
    assert [place.admin1 for place in found(cache, "Zarnab")] == ["Mirna"]


def test_a_village_is_found_by_its_sound(written, cache):
    add_dump(written(row(9_000_001, "Dayr az Zarnab")), cache)
    assert [place.name for place in found(cache, "Deir ez-Zarnab")] == ["Dayr az Zarnab"]


@pytest.mark.parametrize(
    ("feature", "precision", "radius_km"),
    [("P.PPL", "settlement", 3.0), ("S.PRN", "site", 1.0), ("A.ADM2", "admin2", 20.0), ("T.MT", "region", 10.0)],
)
def test_a_place_has_the_precision_and_radius_of_its_kind(written, cache, feature, precision, radius_km):
    add_dump(written(row(9_000_001, "Zarnab", feature)), cache)
    assert [(place.precision, place.radius_km) for place in found(cache, "Zarnab")] == [(precision, radius_km)]


def test_no_second_country_comes_of_a_dump(written, cache):
    assert add_dump(written(row(9_000_001, "Zarnabia", "A.PCLI")), cache).new == 0


def test_a_newer_dump_takes_the_place_of_the_older(written, cache):
    add_dump(written(row(9_000_001, "Zarnab"), row(9_000_002, "Zulfa")), cache)
    add_dump(written(row(9_000_001, "Zarnab")), cache)
    assert found(cache, "Zulfa") == []
    assert len(found(cache, "Zarnab")) == 1


def test_what_was_added_is_merged_again_after_the_gazetteer_is_built_anew(written, cache):
    add_dump(written(row(9_000_001, "Zarnab")), cache)
    for file in cache.glob("gazetteer-*.sqlite"):
        file.unlink()
    assert [place.name for place in found(cache, "Zarnab")] == ["Zarnab"]


def test_a_dump_that_the_user_deletes_goes_from_the_gazetteer_too(written, cache):
    add_dump(written(row(9_000_001, "Zarnab")), cache)
    (cache / "added" / "SY.txt.gz").unlink()
    assert found(cache, "Zarnab") == []
    assert len(found(cache, "Karm")) == 2


def test_a_wrong_line_leaves_what_was_added_before(written, cache):
    add_dump(written(row(9_000_001, "Zarnab")), cache)
    with pytest.raises(InputError, match=r"SY\.txt:2: "):
        add_dump(written(row(9_000_003, "Zell"), "no dump"), cache)
    assert [place.name for place in found(cache, "Zarnab")] == ["Zarnab"]
    assert found(cache, "Zell") == []
    assert not list(cache.rglob("*.part"))


@given(st.lists(st.binary(max_size=60), max_size=5))
def test_lines_of_anything_are_read_or_refused(lines):
    with contextlib.suppress(InputError):
        read = [line for line, _ in read_lines(Path("x.txt"), [line + b"\n" for line in lines])]
        assert all(line.count("\t") == COLUMNS - 1 for line in read)


def digest(cache):
    with open_gazetteer(cache) as gazetteer:
        return gazetteer.digest


def test_the_digest_stays_while_nothing_is_added_and_changes_with_what_is(written, cache):
    before = digest(cache)
    assert digest(cache) == before
    add_dump(written(row(9_000_001, "Zarnab")), cache)
    added = digest(cache)
    add_dump(written(row(9_000_001, "Zarnab"), row(9_000_002, "Zulfa")), cache)
    assert len({before, added, digest(cache)}) == 3


def test_the_digest_is_the_same_wherever_the_same_is_added(written, tmp_path):
    dump = written(row(9_000_001, "Zarnab"))
    for name in ("one", "two"):
        add_dump(dump, tmp_path / name)
    assert digest(tmp_path / "one") == digest(tmp_path / "two")


def test_an_added_place_without_codes_lies_in_the_province_that_holds_it(written, cache):
    add_dump(written(row(9_000_050, "Lone Well", admin1="", at=(32.2, 42.2))), cache)
    assert [place.admin1 for place in found(cache, "Lone Well")] == ["Selna"]


def test_an_added_river_is_put_in_no_single_province(written, cache):
    add_dump(written(row(9_000_051, "Long Brook", "H.STM", admin1="", at=(32.2, 42.2))), cache)
    assert [place.admin1 for place in found(cache, "Long Brook")] == [None]


def test_a_zip_that_was_cut_short_is_told_as_such(written, tmp_path):
    packed, cut = tmp_path / "SY.zip", tmp_path / "cut.zip"
    with zipfile.ZipFile(packed, "w") as to:
        to.write(written(row(9_000_001, "Zarnab")), "SY.txt")
    cut.write_bytes(packed.read_bytes()[:60])
    with pytest.raises(InputError, match="cut short"):
        list(read_dump(cut))


def test_the_radius_of_an_added_town_follows_from_its_people(written, cache):
    add_dump(written(row(9_000_001, "Zarnab", people=60_000)), cache)
    with open_gazetteer(cache) as gazetteer:
        assert [c.radius_from for c in gazetteer.find("Zarnab")] == ["people"]
