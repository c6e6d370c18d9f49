"""The application under gunicorn, as users run it: started on a free port of the loopback, stopped again."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.request import urlopen

ROOT = Path(__file__).parent.parent
PATIENCE = 60  # seconds


@contextmanager
def gunicorn(database_url: str, log: Path, **environment: str) -> Iterator[str]:
    """The address of a server of `wsgi:app` over that database; `log` gets what it says."""
    port = free_port()
    command = [
        sys.executable, "-m", "gunicorn", "--bind", f"127.0.0.1:{port}", "--worker-class", "gthread", "--workers", "2",
        "--threads", "8", "--graceful-timeout", "1", "--limit-request-line", "8190", "--no-control-socket", "wsgi:app",
    ]  # fmt: skip
    settings = {**os.environ, "TIMELINE_DATABASE_URL": database_url, **environment}
    with log.open("wb") as said:
        process = subprocess.Popen(command, cwd=ROOT, env=settings, stdout=said, stderr=said)
        try:
            wait(process, f"http://127.0.0.1:{port}/readyz", log)
            yield f"http://127.0.0.1:{port}"
        finally:
            process.terminate()
            process.wait(PATIENCE)


def free_port() -> int:
    """A port of the loopback that nothing listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait(process: subprocess.Popen[bytes], address: str, log: Path) -> None:
    """Until the address answers; RuntimeError with the log when the server ends or takes too long."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until and process.poll() is None:
        try:
            with urlopen(address, timeout=2):
                return
        except OSError:  # refused, reset, or slow to begin
            time.sleep(0.1)
    raise RuntimeError(f"the server did not come up: {log.read_text()}")
