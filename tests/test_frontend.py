"""The web component's bundle: made from the sources beside it, small, with its licences; its filters are the API's."""

import gzip
import hashlib
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from timeline.model.filters import FIELDS
from timeline.web.embed import RENAMED

ROOT = Path(__file__).parent.parent
FRONTEND, STATIC = ROOT / "frontend", ROOT / "timeline" / "web" / "static"
BUNDLE, LICENCES = STATIC / "event-timeline.js", STATIC / "event-timeline.LICENSES.txt"
MOST = 60_000  # bytes, compressed


def fingerprint() -> str:
    """SHA-256 over the names and contents of what the bundle is made from, as frontend/build.js counts it."""
    names = [
        "build.js",
        "package-lock.json",
        "package.json",
        *(f"src/{path.name}" for path in (FRONTEND / "src").iterdir()),
    ]
    counted = hashlib.sha256()
    for name in sorted(names):
        counted.update(name.encode() + b"\0" + (FRONTEND / name).read_bytes() + b"\0")
    return counted.hexdigest()


def test_the_bundle_was_made_from_these_sources() -> None:
    first = BUNDLE.read_text(encoding="utf-8").partition("\n")[0]
    assert f"sha256:{fingerprint()}" in first, "run ./run.sh frontend"


def test_building_again_gives_the_same_bytes(tmp_path: Path) -> None:
    if shutil.which("node") is None or not (FRONTEND / "node_modules").is_dir():
        pytest.skip("frontend/node_modules is not installed: the bundle was compared by the hash of its sources only")
    subprocess.run(["node", "build.js", str(tmp_path)], cwd=FRONTEND, check=True)
    for made in (BUNDLE, LICENCES):
        assert (tmp_path / made.name).read_bytes() == made.read_bytes()


def test_the_bundle_is_small() -> None:
    assert len(gzip.compress(BUNDLE.read_bytes())) <= MOST


def test_nothing_is_loaded_from_elsewhere() -> None:
    text = BUNDLE.read_text(encoding="utf-8")
    assert not re.search(r"""["'`](?:https?:)?//[a-z]""", text)
    assert not re.search(r"\beval\(|new Function\(|innerHTML|document\.write", text)


def test_what_is_in_the_bundle_has_its_licence_beside_it() -> None:
    named = re.search(
        r"· with ([^,]+(?:, [^,]+)*), see event-timeline\.LICENSES\.txt", BUNDLE.read_text(encoding="utf-8")
    )
    assert named
    for package in named[1].split(", "):
        assert re.search(rf"^{re.escape(package)} \d", LICENCES.read_text(encoding="utf-8"), re.MULTILINE)
    assert "Permission to use, copy, modify" in LICENCES.read_text(encoding="utf-8")


def test_every_filter_has_an_attribute() -> None:
    source = (FRONTEND / "src" / "filters.js").read_text(encoding="utf-8")
    table = re.search(r"FILTERS = \[(.*?)\];", source, re.DOTALL)
    assert table
    assert {field.name for field in FIELDS} <= set(re.findall(r'"(\w+)"', table[1]))
    assert dict(re.findall(r'(\w+): "([\w-]+)"', source[source.index("RENAMED") :].partition(";")[0])) == RENAMED
