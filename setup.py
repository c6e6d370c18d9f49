"""The package in plain Python; with COMPILED=1 its parser is compiled to C by mypyc, see `./run.sh wheel --compiled`."""

import os
from pathlib import Path
from typing import Any

from setuptools import setup

HOME = Path(__file__).parent
# Tuples with fields of their own, which mypyc cannot compile, and what is told by packages whose types are not what they say.
PLAIN = {"__init__", "tokens", "tree", "sequence", "places"}


def compiled() -> Any:
    """The modules of the parser as one extension."""
    from mypyc.build import mypycify

    modules = [path for path in sorted((HOME / "timeline" / "parser").glob("*.py")) if path.stem not in PLAIN]
    return mypycify([str(path.relative_to(HOME)) for path in modules], multi_file=True, group_name="timeline")


setup(ext_modules=compiled() if os.environ.get("COMPILED") else [])
