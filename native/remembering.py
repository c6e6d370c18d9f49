"""Remembering: functions whose answers are kept, with the keeping written out, so that who asks calls a function of C's.

`remembered` and `once` keep them in what is asked, under a number of the function's own, `cache` and `lru_cache` in a row of the
module's, which forgets all when it is full.
"""

import ast

from edits import Edit, Source

KEPT = ("remembered", "once")
BOUNDED = "lru_cache(maxsize="
MOST = 1000  # functions


class Numbers:
    """Numbers for the functions of all modules, each another."""

    def __init__(self) -> None:
        """None given yet."""
        self.given = 0

    def next(self) -> int:
        """Another one."""
        self.given += 1
        return self.given


def remembering_edits(source: Source, numbers: Numbers) -> list[Edit]:
    """Each such function of the module: what works its answer out under another name, and what keeps it under its own."""
    edits: list[Edit] = []
    for node in source.tree.body:
        made = [ast.unparse(maker) for maker in node.decorator_list] if isinstance(node, ast.FunctionDef) else []
        if isinstance(node, ast.FunctionDef) and len(made) == 1:
            if made[0] in KEPT:
                edits += _split(source, node, _keeping(node, numbers.next(), is_once=made[0] == "once"))
            elif made[0] == "cache" or made[0].startswith(BOUNDED):
                most = made[0].removeprefix(BOUNDED).rstrip(")") if made[0] != "cache" else None
                edits += _split(source, node, _caching(node, most) if _arguments(node) else _knowing(node))
    return edits


def _arguments(node: ast.FunctionDef) -> list[ast.arg]:
    return [*node.args.args, *node.args.kwonlyargs]


def _split(source: Source, node: ast.FunctionDef, keeping: str) -> list[Edit]:
    """The decorator goes, the function is renamed, and what keeps its answers stands before it."""
    start = source.span(node)[0]
    line = source.place(node.lineno, node.col_offset)
    name = line + len("def ")
    return [(start, line, keeping), (name, name + len(node.name), f"{node.name}_anew")]


def _keeping(node: ast.FunctionDef, number: int, *, is_once: bool) -> str:
    asked = _arguments(node)
    key = f"{-number}" if is_once else f"{asked[1].arg} * {MOST} + {number}"
    return _looking(node, f"memory: dict[object, Any] = {asked[0].arg}.memory", "memory", key)


def _caching(node: ast.FunctionDef, most: str | None) -> str:
    """In a row of the module; `most` answers, None for any number."""
    names = [arg.arg for arg in _arguments(node)]
    key = names[0] if len(names) == 1 else f"({', '.join(names)})"
    kept = f"KNOWN_{node.name}"
    full = f"        if len({kept}) >= {most}:\n            {kept}.clear()\n" if most else ""
    return f"{kept}: Final[dict[object, Any]] = {{}}\n\n\n" + _looking(node, f"key = {key}", kept, "key", full)


def _looking(node: ast.FunctionDef, first: str, kept: str, key: str, full: str = "") -> str:
    """The function that looks first among what is kept."""
    given = ", ".join([arg.arg for arg in node.args.args] + [f"{arg.arg}={arg.arg}" for arg in node.args.kwonlyargs])
    return (
        f"def {node.name}({ast.unparse(node.args)}) -> {_answer(node)}:\n"
        f"    known: {_answer(node)}\n"
        f"    {first}\n"
        f"    kept = {kept}.get({key}, MISSING)\n"
        "    if kept is MISSING:\n"
        f"        known = {node.name}_anew({given})\n"
        f"{full}        {kept}[{key}] = known\n"
        "        return known\n"
        "    known = kept\n"
        "    return known\n\n\n"
    )


def _knowing(node: ast.FunctionDef) -> str:
    """Of a function that asks for nothing: its one answer."""
    return (
        f"KNOWN_{node.name}: Final[list[{_answer(node)}]] = []\n\n\n"
        f"def {node.name}() -> {_answer(node)}:\n"
        f"    if not KNOWN_{node.name}:\n"
        f"        KNOWN_{node.name}.append({node.name}_anew())\n"
        f"    return KNOWN_{node.name}[0]\n\n\n"
    )


def _answer(node: ast.FunctionDef) -> str:
    return ast.unparse(node.returns) if node.returns else "Any"
