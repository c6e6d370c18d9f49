"""The processes of `timeline serve` and `timeline work`: gunicorn in place of this one, workers beside it."""

import errno
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from timeline.errors import SettingError
from timeline.settings import with_variables

APP = "timeline.api:create_app()"
TIMELINE = (sys.executable, "-m", "timeline")
WATCH = 1  # seconds between two looks at the workers
THREADS = 16  # of each process; streams hold some of them for long
PARTING = 10  # seconds that requests have to end when the server stops; streams never end by themselves
LONGEST_LINE = 8190  # bytes, gunicorn's most: cursors carry their filters


def serve(host: str, port: int, workers: int, *, readers: int = 0) -> None:
    """Becomes gunicorn, with so many workers for jobs kept going beside it, which end with it; does not come back.

    SettingError when the address cannot be had.
    """
    check_free(host, port)
    environment = with_variables(PROMETHEUS_MULTIPROC_DIR=figures(port))
    if readers:
        subprocess.Popen([*TIMELINE, "work", "--processes", str(readers), "--beside", str(os.getpid())])
    os.execve(sys.executable, [sys.executable, *server_arguments(host, port, workers)], environment)


def supervise(processes: int, *, drain: bool, beside: int | None = None) -> int:
    """So many workers, each a program of its own that is started again when it ends by itself; the exit code.

    With `drain` they end when nothing waits. With `beside` they are kept going until that process has ended; it is the parent.
    """
    if beside is not None:
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the server, which ends first
    running = [_worker(drain) for _ in range(processes)]
    try:
        while _are_needed(running, beside):
            time.sleep(WATCH)
            running = [process if drain or process.poll() is None else _worker(drain) for process in running]
    finally:
        for process in running:
            process.terminate()
    return max(abs(process.wait()) for process in running)


def _are_needed(running: "list[subprocess.Popen[bytes]]", beside: int | None) -> bool:
    return any(process.poll() is None for process in running) if beside is None else beside == os.getppid()


def _worker(drain: bool) -> "subprocess.Popen[bytes]":
    return subprocess.Popen([*TIMELINE, "work", "--parent", str(os.getpid()), *(["--drain"] if drain else [])])


def server_arguments(host: str, port: int, workers: int) -> list[str]:
    """What Python is called with."""
    shown = f"[{host}]" if ":" in host else host
    return [
        "-m", "gunicorn", "--bind", f"{shown}:{port}", "--workers", str(workers), "--worker-class", "gthread",
        "--threads", str(THREADS), "--limit-request-line", str(LONGEST_LINE), "--access-logfile", "-",
        "--graceful-timeout", str(PARTING),
        "--no-control-socket", APP,
    ]  # fmt: skip


def figures(port: int) -> str:
    """An empty folder in which the processes of this server share what they tell Prometheus."""
    folder = Path(tempfile.gettempdir()) / f"timeline-figures-{os.getuid()}-{port}"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(mode=0o700, exist_ok=True)
    return str(folder)


def check_free(host: str, port: int) -> None:
    """SettingError when something listens there already, or when the host is none of ours."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        with socket.socket(found[0], found[1]) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind(found[4])
    except OSError as error:
        raise SettingError(f"port {port} on {host}: {_reason(error)}") from error


def _reason(error: OSError) -> str:
    if error.errno == errno.EADDRINUSE:
        return "another program uses it already; give another with --port"
    return error.strerror or str(error)
