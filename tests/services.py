"""A private PostgreSQL for the tests: found on this machine, started on a free port of the loopback, stopped again."""

import os
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import psycopg

SETTINGS = (
    "fsync=off",
    "synchronous_commit=off",
    "full_page_writes=off",
    "max_connections=40",
    "listen_addresses=127.0.0.1",
)
UNPRIVILEGED = ("postgres", "nobody")
PATIENCE = 60
PLENTY = 4_000_000_000  # bytes


def programs() -> Path | None:
    """The folder with `initdb` and `postgres`, newest version first; None when there is none."""
    found = [Path(path).parent for path in (shutil.which("postgres"),) if path]
    versions = sorted(Path("/usr/lib/postgresql").glob("*/bin/postgres"), key=lambda path: int(path.parts[-3]))
    found += [path.parent for path in reversed(versions)]
    return next((folder for folder in found if (folder / "initdb").exists()), None)


@contextmanager
def postgresql(programs: Path) -> Iterator[str]:
    """The URL of the server, without a database's name; it runs, with its files in a new folder, until the end."""
    with (
        tempfile.TemporaryDirectory(prefix="timeline-postgresql-", dir=_roomy()) as folder,
        _running(programs, Path(folder)) as url,
    ):
        yield url


def _roomy() -> Path | None:
    """Where files are in memory, if it has plenty; some disks take a minute to take the thousands of files away."""
    memory = Path("/dev/shm")
    return memory if memory.is_dir() and shutil.disk_usage(memory).free > PLENTY else None


def execute(url: str, statement: str) -> None:
    """Run one statement, outside of a transaction."""
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(statement.encode())


@contextmanager
def _running(programs: Path, folder: Path) -> Iterator[str]:
    files, user = folder / "files", _user()
    folder.chmod(0o755)
    files.mkdir()
    if user:
        shutil.chown(files, user)
    _call(
        user,
        [programs / "initdb", "-D", files, "-U", "tests", "-A", "trust", "-E", "UTF8", "--no-locale", "-N"],
        folder,
    )
    port = _free_port()
    options = [part for setting in SETTINGS for part in ("-c", setting)]
    command = [programs / "postgres", "-D", files, "-p", str(port), "-k", "", *options]
    with (folder / "log").open("wb") as log:
        server = subprocess.Popen(_as(user, command), stdout=log, stderr=log, cwd="/")
        try:
            _wait(server, port, folder / "log")
            yield f"postgresql://tests@127.0.0.1:{port}"
        finally:
            server.send_signal(signal.SIGQUIT)  # its 'immediate' shutdown, which writes nothing: the files go too
            server.wait(PATIENCE)


def _user() -> str | None:
    """Whom to run it as: PostgreSQL refuses to run as root."""
    if os.geteuid() != 0:
        return None
    known = Path("/etc/passwd").read_text(encoding="utf-8")
    return next(name for name in UNPRIVILEGED if f"{name}:" in known)


def _as(user: str | None, command: Sequence[object]) -> list[str]:
    words = [str(word) for word in command]
    return ["setpriv", "--reuid", user, "--regid", _group(user), "--clear-groups", "--", *words] if user else words


def _group(user: str) -> str:
    return subprocess.run(["id", "-g", user], capture_output=True, text=True, check=True).stdout.strip()


def _call(user: str | None, command: Sequence[object], folder: Path) -> None:
    with (folder / "log").open("ab") as log:
        subprocess.run(_as(user, command), stdout=log, stderr=log, check=True, cwd="/")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait(server: subprocess.Popen[bytes], port: int, log: Path) -> None:
    """Until it answers; RuntimeError with its log when it doesn't."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end and server.poll() is None:
        try:
            psycopg.connect(f"postgresql://tests@127.0.0.1:{port}/postgres").close()
        except psycopg.OperationalError:
            time.sleep(0.05)
        else:
            return
    raise RuntimeError(f"PostgreSQL did not start:\n{log.read_text(errors='replace')}")
