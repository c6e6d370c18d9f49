"""The sources of the package as mypyc makes the most of them: `python native/ready.py FOLDER`, see `./run.sh wheel --compiled`.

They say the same. Names in capitals are said to be final, so that they are no longer looked up; dataclasses are plain classes
(`nouns`), constants are made once (`constants`), answers are kept by what C calls (`remembering`), and the tokens of a sentence
are no list, as mypyc compiles no others. `quick.h` is what their C asks of sets and texts.
"""

import re
import shutil
import sys
from pathlib import Path

from constants import Constants
from edits import Source, edited
from nouns import noun_edits
from remembering import Numbers, remembering_edits

HOME = Path(__file__).parent.parent
PARTS = ("timeline", "migrations", "setup.py", "pyproject.toml", "README.md", "LICENSE")
DOCSTRING = re.compile(r'\A""".*?"""\n', re.DOTALL)
ENUMERATION = re.compile(r"^class (\w+)\((?:Str)?Enum\):", re.MULTILINE)
FINALS = (
    (re.compile(r"^([A-Z][A-Z_0-9]+): (?!Final)([^=\n]+) = ", re.MULTILINE), r"\1: Final[\2] = "),
    (re.compile(r"^([A-Z][A-Z_0-9]+) = ", re.MULTILINE), r"\1: Final = "),
)
# The last of its names in alphabetic order.
REPLACING = re.compile(r"^from dataclasses import (.*\b)?replace$", re.MULTILINE)
CHANGING = "from timeline.model.changed import changed as replace"
IMPORTS = "\nfrom typing import Any, ClassVar, Final\nfrom timeline.model.changed import MISSING, fields_of\n"
STANDINS = {"tokens": "parser/sentences", "changed": "model"}  # modules of this folder, and where they stand


def ready(folder: Path, modules: list[str]) -> None:
    """Copies into the folder what the package is made of, with the modules that are to be compiled readied."""
    for part in PARTS:
        (shutil.copytree if (HOME / part).is_dir() else shutil.copy)(HOME / part, folder / part)
    texts = {folder / name: (folder / name).read_text(encoding="utf-8") for name in modules}
    enumerations = frozenset(name for text in texts.values() for name in ENUMERATION.findall(text))
    numbers = Numbers()
    for path, text in texts.items():
        path.write_text(readied(text, enumerations, numbers), encoding="utf-8")
    shutil.copy(HOME / "native" / "quick.h", folder / "quick.h")
    for name, room in STANDINS.items():
        shutil.copy(HOME / "native" / f"{name}.py", folder / "timeline" / room / f"{name}.py")


def readied(text: str, enumerations: frozenset[str], numbers: Numbers) -> str:
    """The source of a module as mypyc makes the most of it."""
    source = Source(text)
    changed = edited(text, Constants(source, enumerations).edits())
    source = Source(changed)
    changed = edited(changed, [*noun_edits(source), *remembering_edits(source, numbers)])
    for pattern, written in FINALS:
        changed = pattern.sub(written, changed)
    changed = REPLACING.sub(_changing, changed)
    return text if changed == text else DOCSTRING.sub(lambda found: found.group() + IMPORTS, changed, count=1)


def _changing(found: re.Match[str]) -> str:
    others = (found[1] or "").rstrip(", ")
    return "\n".join([*([f"from dataclasses import {others}"] if others else []), CHANGING])


if __name__ == "__main__":
    sys.path.insert(0, str(HOME))
    from setup import modules

    target = Path(sys.argv[1])
    target.mkdir(parents=True)
    ready(target, modules())
