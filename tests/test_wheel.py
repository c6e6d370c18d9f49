"""What `pip install .` brings: the command, the rules, the pages and the migrations."""

import ast
import importlib
import re
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from a copy of the sources without touching the work tree."""
    folder = tmp_path_factory.mktemp("wheel")
    for name in ("timeline", "migrations", "pyproject.toml", "setup.py", "README.md", "LICENSE"):
        (folder / name).symlink_to(ROOT / name)
    command = [
        sys.executable,
        "-m",
        "pip",
        "wheel",
        "--quiet",
        "--no-deps",
        "--no-build-isolation",
        "--wheel-dir",
        "dist",
        ".",
    ]
    subprocess.run(command, cwd=folder, check=True, capture_output=True)
    return next((folder / "dist").glob("*.whl"))


def test_the_wheel_holds_all_modules_rules_pages_and_migrations(wheel: Path) -> None:
    packed = set(zipfile.ZipFile(wheel).namelist())
    wanted = [
        path.relative_to(ROOT).as_posix()
        for pattern in ("*.py", "rules/**/*.txt", "rules/weights/*.npz", "web/templates/*", "web/static/*", "py.typed")
        for path in (ROOT / "timeline").rglob(pattern)
        if path.is_file()
    ]
    wanted += [f"timeline/migrations/{path.name}" for path in (ROOT / "migrations").glob("*.py")]
    assert sorted(set(wanted) - packed) == []
    entry = next(name for name in packed if name.endswith("entry_points.txt"))
    assert "timeline = timeline.cli:main" in zipfile.ZipFile(wheel).read(entry).decode()
    assert [name for name in packed if name.startswith(("tests", "seeds", "benchmarks"))] == []


def test_what_older_installers_miss_is_asked_for_directly(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as packed:
        metadata = next(name for name in packed.namelist() if name.endswith("dist-info/METADATA"))
        needs = packed.read(metadata).decode()
    assert "\nRequires-Dist: lxml-html-clean" in needs  # justext's "lxml[html_clean]" is passed over by pip 23.2


def test_modules_that_cannot_be_compiled_stay_plain() -> None:
    modules = {path.stem: ast.parse(path.read_text("utf-8")) for path in (ROOT / "timeline" / "parser").rglob("*.py")}
    sequences = {
        name
        for name, tree in modules.items()
        for node in ast.walk(tree)
        if isinstance(node, ast.ClassDef)
        and any(ast.unparse(base).startswith(("list", "tuple")) for base in node.bases)
    }
    (plain,) = re.findall(r"^PLAIN = (.*)$", (ROOT / "setup.py").read_text("utf-8"), re.MULTILINE)
    readied = {path.stem for path in (ROOT / "native").glob("*.py")}  # what stands in their place where it is compiled
    assert sequences - readied <= ast.literal_eval(plain) <= {*modules}


NOUNS = """
import pickle
from dataclasses import asdict, replace
from timeline.model.statement import Actor, Role, RoleName
from timeline.model.span import TimeSpan
from timeline.parser.actors.member import Member, ActorKind
role = Role(Actor("Norway", aliases=("Kingdom of Norway",)), RoleName.AGENT, 3, 9)
assert pickle.loads(pickle.dumps(role)) == role and hash(pickle.loads(pickle.dumps(role))) == hash(role)
assert role != replace(role, start=4) == Role(role.actor, RoleName.AGENT, 4, 9) and role.start == 3
assert list(asdict(TimeSpan("2021", "year"))) == "edtf precision".split() + [
    f"{end}_{side}" for end in ("start", "end") for side in ("earliest", "latest")] + ["earliest_clock", "latest_clock"]
one, other = Member("Norway", ActorKind.STATE), Member("Iceland", ActorKind.STATE)
one.words.add("state")
assert other.words == set()
"""


@pytest.fixture(scope="module")
def readied(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What the compiler is given, which plain Python runs as well."""
    folder = tmp_path_factory.mktemp("readied") / "source"
    subprocess.run([sys.executable, ROOT / "native" / "ready.py", folder], check=True)
    return folder


def test_what_is_readied_for_the_compiler_reads_the_same(readied: Path, tmp_path: Path) -> None:
    text = tmp_path / "talks.txt"
    text.write_text(
        "Norway and Iceland held talks in Oslo on 3 May 2021. Police arrested two men who had blocked the road."
    )
    command = [sys.executable, "-P", "-m", "timeline", "extract", text]
    told = [
        subprocess.run(command, env={"PYTHONPATH": str(home)}, cwd=tmp_path, check=True, capture_output=True).stdout
        for home in (ROOT, readied)
    ]
    assert told[0].count(b"\n") > 1
    assert told[0] == told[1]


def test_nouns_that_are_readied_behave_as_dataclasses(readied: Path) -> None:
    subprocess.run([sys.executable, "-P", "-c", NOUNS], env={"PYTHONPATH": str(readied)}, check=True)


def test_what_costs_time_is_written_out_for_the_compiler(readied: Path) -> None:
    modules = {path.stem: path.read_text("utf-8") for path in (readied / "timeline" / "parser").rglob("*.py")}
    assert "\nSUBJECTS: Final = " in modules["tree"]
    assert "list[Token])" not in modules["tokens"]
    is_kept = re.compile(r"^@(value|dataclass|cache|once|remembered)\b", re.MULTILINE)
    assert {name for name, text in modules.items() if is_kept.search(text)} <= {"gazetteer", "telling"}


ASKED = """
from timeline.parser.sentences.tree import HELPERS, SUBJECTS, Tree


def asked(tree: Tree, words: frozenset[str], index: int) -> list[int]:
    if words & (HELPERS | SUBJECTS) and not tree.below(index, "det"):
        return tree.below(index, "det", "poss")
    return [] if tree.below(index) or words & HELPERS | SUBJECTS else [index]
"""
WRITTEN = """
    if (not (words ).isdisjoint( (FINAL_SET_1))) and not tree.holds(index, FINAL_WALK_2):
        return tree.within(index, FINAL_WALK_0)
    return [] if tree.below(index) or words & HELPERS | SUBJECTS else [index]
"""


def test_no_set_or_list_is_made_of_which_only_the_truth_is_asked(
    readied: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.syspath_prepend(ROOT / "native")
    made = importlib.import_module("ready").readied(
        ASKED, frozenset(), importlib.import_module("remembering").Numbers()
    )
    assert WRITTEN in made
    assert "FINAL_SET_1: Final = HELPERS | SUBJECTS" in made
    assert (readied / "quick.h").read_text("utf-8").count("#define") > 1  # what `setup.py` has them include


def test_the_command_works_where_it_is_installed(wheel: Path, tmp_path: Path) -> None:
    venv.create(tmp_path / "env", with_pip=False, system_site_packages=False)
    packages = next((tmp_path / "env" / "lib").glob("python*")) / "site-packages"
    zipfile.ZipFile(wheel).extractall(packages)
    (packages / "dependencies.pth").write_text("\n".join(path for path in sys.path if path.endswith("site-packages")))
    python = str(tmp_path / "env" / "bin" / "python")
    environment = {"TIMELINE_DATABASE_URL": f"sqlite:///{tmp_path}/kept.db", "PATH": "/usr/bin:/bin"}
    text = tmp_path / "talks.txt"
    text.write_text("Norway and Iceland held talks in Oslo on Monday.")
    for arguments in (["db", "upgrade"], ["ingest", str(text)], ["db", "check"]):
        command = [python, "-m", "timeline", *arguments]
        done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)
        assert (done.returncode, done.stderr) == (0, "")


def slices_of_trees(code: str) -> list[int]:
    """The lines in which a tree is sliced: compiled, it is no list and has no slices."""
    sliced = [
        node
        for node in ast.walk(ast.parse(code))
        if isinstance(node, ast.Subscript) and isinstance(node.slice, ast.Slice)
    ]
    return [node.lineno for node in sliced if re.search(r"\btree$", ast.unparse(node.value))]


def test_no_tree_is_sliced_since_compiled_it_has_no_slices() -> None:
    assert slices_of_trees("before = mention.tree[:3]\nfor token in tree[1:]: pass\nlower = tree.lower[:3]") == [1, 2]
    paths = sorted((ROOT / "timeline" / "parser").rglob("*.py"))
    assert {path.name: found for path in paths if (found := slices_of_trees(path.read_text(encoding="utf-8")))} == {}


def bare_nones(code: str) -> list[int]:
    """The lines that begin a variable of a function as None and do not say what else it may be."""
    found: list[int] = []
    for function in [node for node in ast.walk(ast.parse(code)) if isinstance(node, ast.FunctionDef)]:
        nodes = [node for node in ast.walk(function) if isinstance(node, ast.Name | ast.Assign)]
        nodes.sort(key=lambda node: -node.lineno)
        first = {node.id: node.lineno for node in nodes if isinstance(node, ast.Name)}
        begun = [node for node in nodes if isinstance(node, ast.Assign) and ast.unparse(node.value) == "None"]
        named = [target for node in begun for target in node.targets if isinstance(target, ast.Name)]
        found += [target.lineno for target in named if first[target.id] == target.lineno]
    return found


def test_what_begins_as_none_says_what_else_it_may_be_since_it_does_not_compile_else() -> None:
    assert bare_nones(
        "def row():\n    line = None\n    last: int | None = None\n    self.last = None\nFREE = None"
    ) == [2]
    paths = sorted((ROOT / "timeline" / "parser").rglob("*.py"))
    assert {path.name: found for path in paths if (found := bare_nones(path.read_text(encoding="utf-8")))} == {}
