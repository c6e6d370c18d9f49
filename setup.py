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
HEADER = HOME / "build" / "__native_internal_timeline.h"  # what mypyc has each module of the package include


def modules() -> list[str]:
    """Those that are compiled."""
    found = [path.relative_to(HOME).as_posix() for path in sorted((HOME / "timeline" / "parser").rglob("*.py"))]
    return [name for name in found if Path(name).stem not in PLAIN] + [f"timeline/model/{noun}.py" for noun in NOUNS]


def compiled() -> Any:
    """The modules of the parser as one extension."""
    from mypyc.build import mypycify

    ready = ["timeline/model/changed.py"]  # of native/
    extensions = mypycify([*modules(), *ready], multi_file=True, group_name="timeline", opt_level="2", debug_level="0")
    with HEADER.open("a", encoding="utf-8") as header:
        header.write('\n#include "../quick.h"\n')  # of native/, too
    for extension in extensions:  # what its modules call of each other, nobody else does
        extension.extra_compile_args.append("-fvisibility=hidden")
    return extensions


if __name__ == "__main__":  # pip asks twice: first for what the package says of itself, which needs no compiling
    is_built = bool(os.environ.get("COMPILED")) and "bdist_wheel" in sys.argv
    setup(ext_modules=compiled() if is_built else [])
