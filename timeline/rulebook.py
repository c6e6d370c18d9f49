"""By which rules texts are read: one hash of everything that reading and merging depend on, so that change is seen."""

import hashlib
from collections.abc import Iterable
from functools import lru_cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

HOME = Path(__file__).parent
MATCHING = ("rules", "chronology", "model", "lexicon.py")
KINDS = (".py", ".txt", ".npz")
READING = (*MATCHING, "vectors.py", "parser", "intake/syntax.py")


@lru_cache(maxsize=8)
def rulebook(model: str) -> str:
    """The hash for a spaCy pipeline of that name: rules and code, the pipeline's and spaCy's version."""
    return _digest(f"{model} {_version(model)} {_version('spacy')}", READING)


@lru_cache(maxsize=1)
def matching() -> str:
    """The hash of all that says whether two Statements may tell one happening."""
    return _digest("", MATCHING)


def _digest(start: str, names: Iterable[str]) -> str:
    """Of these files, and of the rules and code in these rooms."""
    digest = hashlib.sha256(start.encode())
    for path in sorted(path for name in names for path in _files(HOME / name)):
        digest.update(path.relative_to(HOME).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()


def _files(place: Path) -> list[Path]:
    return [path for path in place.rglob("*") if path.suffix in KINDS] if place.is_dir() else [place]


def _version(package: str) -> str:
    try:
        return version(package.replace("_", "-"))
    except PackageNotFoundError:
        return ""  # a pipeline from a folder: its name stands for it
