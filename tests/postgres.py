"""A PostgreSQL server of its own for tests, in a temporary folder, started once a session by a user who is not root."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from typing import Any

_PLACES = ("/usr/lib/postgresql/*/bin/initdb", "/usr/local/*/bin/initdb", "/opt/homebrew/bin/initdb")
_NOT_FOR_ROOT = "postgres"


class NoServerError(Exception):
    """There is no PostgreSQL here, and why."""


class Server:
    """A running server; `database()` makes a new, empty database and gives its address."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._number = count(1)

    def address(self, database: str) -> str:
        return f"postgresql://{_NOT_FOR_ROOT}@/{database}?host={self._folder}"

    def database(self, template: str = "template1") -> str:
        import psycopg

        name = f"d{next(self._number)}"
        with psycopg.connect(self._plain("postgres"), autocommit=True) as connection:
            connection.execute(f"CREATE DATABASE {name} TEMPLATE {template}")
        return self.address(name)

    def execute(self, address: str, statement: str) -> list[Any]:
        """Run a statement past the store, as an administrator might."""
        import psycopg

        with psycopg.connect(address) as connection:
            cursor = connection.execute(statement)
            return cursor.fetchall() if cursor.description else []

    def _plain(self, database: str) -> str:
        return f"dbname={database} user={_NOT_FOR_ROOT} host={self._folder}"


@contextmanager
def running_server() -> Iterator[Server]:
    """The server, stopped and gone afterwards. NoServerError says why there cannot be one."""
    programs = _programs()
    with tempfile.TemporaryDirectory(prefix="dateline-pg-", dir="/tmp") as made:
        folder = Path(made)
        _give_away(folder)
        data = folder / "data"
        _run(
            programs / "initdb", "-D", data, "-U", _NOT_FOR_ROOT, "--auth=trust", "--encoding=UTF8", "--locale=C", "-N"
        )
        # Nothing of it outlives the tests, so it need not reach the disk; a killed client is no lost server.
        settings = f"-k {folder} -c listen_addresses= -c fsync=off -c full_page_writes=off -c max_connections=50"
        _run(programs / "pg_ctl", "-D", data, "-l", folder / "log", "-w", "-o", settings, "start")
        try:
            yield Server(folder)
        finally:
            _run(programs / "pg_ctl", "-D", data, "-m", "immediate", "-w", "stop")


def _programs() -> Path:
    try:
        import psycopg  # noqa: F401
    except ImportError as error:
        raise NoServerError(f"the driver for PostgreSQL is not installed ({error})") from error
    found = shutil.which("initdb")
    installed = sorted(file for place in _PLACES for file in Path("/").glob(place.lstrip("/")))
    if not found and not installed:
        raise NoServerError("PostgreSQL is not installed (apt-get install postgresql)")
    return Path(found).parent if found else installed[-1].parent


def _is_root() -> bool:
    return os.geteuid() == 0


def _give_away(folder: Path) -> None:
    if not _is_root():
        return
    try:
        shutil.chown(folder, _NOT_FOR_ROOT)
    except LookupError as error:
        raise NoServerError("PostgreSQL does not run as root, and there is no user postgres") from error


def _run(*command: str | Path) -> None:
    prefix = ["runuser", "-u", _NOT_FOR_ROOT, "--"] if _is_root() else []
    done = subprocess.run(
        [*prefix, *map(str, command)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        check=False,
        cwd="/",
    )
    if done.returncode:
        raise NoServerError(f"{command[0]} failed: {done.stderr.strip()}")
