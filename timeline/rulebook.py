"""By which rules texts are read: one hash of everything that reading and merging depend on, so that change is seen."""

import hashlib
from functools import lru_cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

ROOMS = ("rules", "parser", "chronology", "model")
FILES = ("lexicon.py", "intake/syntax.py")


@lru_cache(maxsize=8)
def rulebook(model: str) -> str:
    """The hash for a spaCy pipeline of that name: rules and code, the pipeline's and spaCy's version."""
    home = Path(__file__).parent
    paths = [path for room in ROOMS for path in (home / room).rglob("*") if path.suffix in (".py", ".txt")]
    digest = hashlib.sha256(f"{model} {_version(model)} {_version('spacy')}".encode())
    for path in sorted([*paths, *(home / name for name in FILES)]):
        digest.update(path.relative_to(home).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()


def _version(package: str) -> str:
    try:
        return version(package.replace("_", "-"))
    except PackageNotFoundError:
        return ""  # a pipeline from a folder: its name stands for it
