"""The sources of the package as mypyc makes the most of them: `python native/ready.py FOLDER`, see `./run.sh wheel --compiled`.

They say the same. Names in capitals are said to be final, so that they are no longer looked up; nouns made by `value` are plain
dataclasses, and the tokens of a sentence no tuple, as mypyc compiles no others.
"""

import re
import shutil
import sys
from pathlib import Path

HOME = Path(__file__).parent.parent
PARTS = ("timeline", "migrations", "setup.py", "pyproject.toml", "README.md", "LICENSE")
ROOMS = ("parser", "model")
DOCSTRING = re.compile(r'\A""".*?"""\n', re.DOTALL)
CHANGES = (
    (re.compile(r"^([A-Z][A-Z_0-9]+): ([^=\n]+) = ", re.MULTILINE), r"\1: Final[\2] = "),
    (re.compile(r"^([A-Z][A-Z_0-9]+) = ", re.MULTILINE), r"\1: Final = "),
    (re.compile(r"^@value$", re.MULTILINE), "@dataclass(slots=True, unsafe_hash=True)"),
)
IMPORTS = "\nfrom dataclasses import dataclass\nfrom typing import Final\n"


def ready(folder: Path) -> None:
    """Copies into the folder what the package is made of, with its modules readied."""
    for part in PARTS:
        (shutil.copytree if (HOME / part).is_dir() else shutil.copy)(HOME / part, folder / part)
    for module in (path for room in ROOMS for path in (folder / "timeline" / room).glob("*.py")):
        module.write_text(readied(module.read_text(encoding="utf-8")), encoding="utf-8")
    shutil.copy(HOME / "native" / "tokens.py", folder / "timeline" / "parser" / "tokens.py")


def readied(source: str) -> str:
    """The source of a module as mypyc makes the most of it."""
    changed = source
    for pattern, written in CHANGES:
        changed = pattern.sub(written, changed)
    return source if changed == source else DOCSTRING.sub(lambda found: found.group() + IMPORTS, changed, count=1)


if __name__ == "__main__":
    target = Path(sys.argv[1])
    target.mkdir(parents=True)
    ready(target)
