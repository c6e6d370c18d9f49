"""Terminal: a text for the command line, what it prints, and servers that one waits for."""

import json
import time
import urllib.error
import urllib.request
from pathlib import Path

from timeline.cli import main

TEXT = """Harbour talks open in Oslo

OSLO, March 4 (Agency) – Norway and Iceland opened talks on fishing rights in Oslo on Monday.

Police in Bergen arrested three men on 2 March. The talks will go on until Friday, the ministry said.
"""
URL = "https://post.example/2024/03/04/talks"


def written(folder: Path) -> str:
    """Where the text now is."""
    path = folder / "talks.txt"
    path.write_text(TEXT)
    return str(path)


def printed(capsys, *arguments: str, code: int = 0) -> str:
    assert main(arguments) == code
    out, err = capsys.readouterr()
    assert err == ""
    return out


def objects(out: str) -> list[dict]:
    return [json.loads(line) for line in out.splitlines()]


def wait_for(address: str) -> bytes:
    for _ in range(600):
        try:
            with urllib.request.urlopen(address, timeout=60) as answer:
                return answer.read()
        except (urllib.error.URLError, ConnectionError):
            time.sleep(0.1)
    raise AssertionError(f"nothing answers at {address}")
