"""The package in plain Python; with COMPILED=1 its parser is compiled to C by mypyc, see `./run.sh wheel --compiled`."""

import os
import sys
from pathlib import Path
from typing import Any

from setuptools import setup

HOME = Path(__file__).parent
# Tuples with fields of their own, which mypyc cannot compile, and what is told by packages whose types are not what they say.
PLAIN = {"__init__", "telling", "gazetteer"}
# Nouns that are read by the thousand.
NOUNS = ("sentence", "words", "days", "span", "time", "statement", "types", "edtf")


def modules() -> list[str]:
    """Those that are compiled."""
    found = [path.relative_to(HOME).as_posix() for path in sorted((HOME / "timeline" / "parser").rglob("*.py"))]
    return [name for name in found if Path(name).stem not in PLAIN] + [f"timeline/model/{noun}.py" for noun in NOUNS]


def compiled() -> Any:
    """The modules of the parser as one extension."""
    from mypyc.build import mypycify

    ready = ["timeline/model/changed.py"]  # of native/
    extensions = mypycify([*modules(), *ready], multi_file=True, group_name="timeline", debug_level="0")
    for extension in extensions:  # what its modules call of each other, nobody else does
        extension.extra_compile_args.append("-fvisibility=hidden")
    return extensions


if __name__ == "__main__":  # pip asks twice: first for what the package says of itself, which needs no compiling
    is_built = bool(os.environ.get("COMPILED")) and "bdist_wheel" in sys.argv
    setup(ext_modules=compiled() if is_built else [])
