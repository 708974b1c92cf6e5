import codecs

import pytest

from dateline.errors import InputError
from dateline.intake.decoding import decode, without_surrogates

CZECH = "Ozbrojenci opustili město. Příměří trvá, řekl včera úředník. Žádné další střety se už neočekávají."


def test_utf8_is_read_with_and_without_its_mark():
    assert decode("Kobanî".encode(), "f") == decode("Kobanî".encode("utf-8-sig"), "f") == "Kobanî"


@pytest.mark.parametrize("encoding", ["utf-16", "utf-32"])
def test_wide_encodings_are_known_by_their_mark(encoding):
    assert decode("Kobanî fell".encode(encoding), "f") == "Kobanî fell"


def test_the_declared_encoding_is_used_where_the_bytes_are_not_utf8():
    assert decode(CZECH.encode("cp1250"), "f", "windows-1250") == CZECH


def test_a_page_may_declare_its_encoding_itself():
    page = f'<html><head><meta charset="iso-8859-2"></head><body>{CZECH}</body></html>'
    assert decode(page.encode("iso-8859-2"), "f") == page


def test_bytes_that_are_utf8_are_so_whatever_is_declared():
    assert decode("Kobanî".encode(), "f", "latin-1") == "Kobanî"


@pytest.mark.parametrize("declared", ["no-such-encoding", "hex", "unicode_escape", "undefined", ""])
def test_a_declared_encoding_that_is_none_is_passed_over(declared):
    assert "fell" in decode("Kobanî fell".encode("cp1252"), "f", declared)


def test_undeclared_bytes_are_guessed():
    text = "Les soldats ont été tués près de la frontière, a déclaré le porte-parole de l'armée à Alep. " * 5
    assert decode(text.encode("cp1252"), "f") == text


@pytest.mark.parametrize("data", [b"a\x00b", b"%PDF-1.7 text", b"PK\x03\x04", codecs.BOM_UTF8 + b"\x01\x02\x03\x04"])
def test_what_is_not_text_is_refused_with_advice(data):
    with pytest.raises(InputError, match="save"):
        decode(data, "f")


def test_a_stray_control_character_is_dropped():
    assert decode(b"The army left the town on Friday,\x07 a resident said, and has not come back.", "f").startswith(
        "The army left the town on Friday, a resident"
    )


def test_lone_surrogates_are_replaced_one_for_one():
    assert without_surrogates("a\udcff\ud800b") == "a\ufffd\ufffdb"
