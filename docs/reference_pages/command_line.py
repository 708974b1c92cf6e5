"""`reference/command-line.md`, from the commands themselves by Typer's own `utils docs`."""

import re
import subprocess
import sys

from .markdown import GENERATED

INTRODUCTION = """# Command line

Records go to standard output, messages and the progress bar to standard error. On a terminal `read`,
`claims` and `kinds` print tables; piped, or with `--json`, they print JSON Lines of the
[records](records.md). What the exit status tells: [exit codes](exit-codes.md).

"""


def pages() -> dict[str, str]:
    """The command line page: a section for each command."""
    return {"reference/command-line.md": GENERATED + INTRODUCTION + _sections()}


def _sections() -> str:
    command = [sys.executable, "-m", "typer", "dateline.cli", "utils", "docs", "--name", "dateline"]
    text = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    # The program's own heading becomes a section beside those of its commands.
    return re.sub(r"\A# ", "## ", text.strip()) + "\n"
