"""The package in plain Python; with COMPILED=1 its parser is compiled to C by mypyc, see `./run.sh wheel --compiled`."""

import os
from pathlib import Path
from typing import Any

from setuptools import setup

HOME = Path(__file__).parent
# Tuples with fields of their own, which mypyc cannot compile, and what is told by packages whose types are not what they say.
PLAIN = {"__init__", "sequence", "places"}
# Nouns that no other process is sent: those that mypyc compiles cannot be.
NOUNS = ("sentence", "words", "days")


def compiled() -> Any:
    """The modules of the parser as one extension."""
    from mypyc.build import mypycify

    rooms = HOME / "timeline"
    modules = [path for path in sorted((rooms / "parser").glob("*.py")) if path.stem not in PLAIN]
    modules += [rooms / "model" / f"{noun}.py" for noun in NOUNS]
    paths = [str(path.relative_to(HOME)) for path in modules]
    return mypycify(paths, multi_file=True, group_name="timeline", debug_level="0")


setup(ext_modules=compiled() if os.environ.get("COMPILED") else [])
