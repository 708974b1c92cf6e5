"""`reference/command-line.md`, from the commands themselves by Typer's own `utils docs`."""

import re
import subprocess
import sys

from .markdown import GENERATED

INTRODUCTION = """# Command line

Records go to standard output, messages and the progress bar to standard error. On a terminal `read`,
`claims`, `reports` and `kinds` print tables; piped, or with `--json`, they print JSON Lines of the
[records](records.md). What the exit status tells: [exit codes](exit-codes.md).

"""


def pages() -> dict[str, str]:
    """The command line page: a section for each command."""
    return {"reference/command-line.md": GENERATED + INTRODUCTION + _sections()}


def _sections() -> str:
    command = [
        sys.executable,
        "-m",
        "typer",
        "--app",
        "app",
        "dateline.cli.entry",
        "utils",
        "docs",
        "--name",
        "dateline",
    ]
    text = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    # The list of commands goes, since each has a section of its own.
    without_list = re.sub(r"\*\*Commands\*\*:\n\n(\* .*\n)+\n", "", text.strip())
    # The program's own heading becomes a section beside those of its commands.
    return re.sub(r"\A# ", "## ", without_list) + "\n"
