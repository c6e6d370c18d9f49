"""Constants: what a function would look up or make each time it runs, said once for its module and final.

These are members of enumerations, sets of them, sets put together of others, and the relations that `Tree.below` is asked for.
Where only the truth is asked of what a set has in common with another, or of children in a relation, neither is made.
"""

import ast
from collections.abc import Iterator

from edits import Edit, Source


class Constants:
    """The constants of a module, by what they are."""

    def __init__(self, source: Source, enumerations: frozenset[str]) -> None:
        """Those of a module that knows these enumerations."""
        self.source = source
        self.enumerations = enumerations & _imported(source)
        self.names: dict[str, str] = {}
        self.truths: frozenset[ast.expr] = frozenset()

    def edits(self) -> list[Edit]:
        """What is written in their place, and where they are said."""
        functions = [*_functions(self.source.tree)]
        self.truths = frozenset(one for function in functions for one in _truths(function))
        inner = [edit for function in functions for part in function.body for edit in self._in(part)]
        said = "".join(f"\n{name}: Final = {written}" for written, name in self.names.items())
        end = len(self.source.text)  # behind the module's own constants
        pairs = [(*self.source.span(node), written) for node in self.source.tree.body if (written := _one_by_one(node))]
        return [*inner, *pairs, (end, end, f"{said}\n" if said else "")]

    def _in(self, part: ast.AST) -> Iterator[Edit]:
        """The edits of one statement of a function."""
        for node in ast.walk(part):
            if isinstance(node, ast.Attribute) and self._is_member(node):
                yield (*self.source.span(node), self._named(ast.unparse(node), ast.unparse(node).replace(".", "_")))
            elif isinstance(node, ast.Compare):
                yield from (
                    self._set(one) for one in node.comparators if isinstance(one, ast.Set) and self._is_fixed(one)
                )
                yield from (self._row(one) for one in node.comparators if _is_spread(one))
            elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and _is_walk(node):
                yield self._walk(node, node.func)
            elif isinstance(node, ast.BinOp) and isinstance(node.op, ast.BitAnd) and node in self.truths:
                yield from self._meeting(node)
            elif isinstance(node, ast.BinOp) and isinstance(node.op, ast.BitOr) and _is_set(node):
                yield (*self.source.span(node), self._named(ast.unparse(node), f"SET_{len(self.names)}"))

    def _is_member(self, node: ast.expr) -> bool:
        is_one = isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.attr.isupper()
        return is_one and node.value.id in self.enumerations

    def _is_fixed(self, node: ast.Set) -> bool:
        """With members of enumerations; one of texts alone is final for mypyc already."""
        return any(self._is_member(one) for one in node.elts) and all(
            isinstance(one, ast.Constant) or self._is_member(one) for one in node.elts
        )

    def _set(self, node: ast.Set) -> Edit:
        return (*self.source.span(node), self._named(f"frozenset({ast.unparse(node)})", f"SET_{len(self.names)}"))

    def _row(self, node: ast.expr) -> Edit:
        """`child in (*called, *inner)`, at which mypyc stumbles."""
        return (*self.source.span(node), f"list({self.source.said(node)})")

    def _walk(self, node: ast.Call, called: ast.Attribute) -> Edit:
        """`tree.below(verb, "dobj", *SUBJECTS)`, which makes a row of them each time."""
        wanted = ", ".join(ast.unparse(one) for one in node.args[1:])
        name = self._named(f"frozenset(({wanted},))", f"WALK_{len(self.names)}")
        tree, index = self.source.said(called.value), self.source.said(node.args[0])
        asked = "holds" if node in self.truths else "within"
        return (*self.source.span(node), f"{tree}.{asked}({index}, {name})")

    def _meeting(self, node: ast.BinOp) -> Iterator[Edit]:
        """`if words & NEW`, which makes a set to look whether it is empty."""
        start, end = self.source.span(node)
        gap = self.source.span(node.left)[1], self.source.span(node.right)[0]
        yield (start, start, "(not (")
        yield (*gap, self.source.text[slice(*gap)].replace("&", ").isdisjoint("))
        yield (end, end, "))")

    def _named(self, written: str, name: str) -> str:
        return self.names.setdefault(written, f"FINAL_{name}")


def _imported(source: Source) -> frozenset[str]:
    imports = [node for node in source.tree.body if isinstance(node, ast.ImportFrom)]
    return frozenset(alias.name for node in imports for alias in node.names)


def _one_by_one(node: ast.stmt) -> str:
    """`YEARS, DAYS = 400, 146_097` as two, which can be final; '' for all else."""
    if not (
        isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Tuple) and isinstance(node.value, ast.Tuple)
    ):
        return ""
    pairs = zip(node.targets[0].elts, node.value.elts, strict=True)
    return "\n".join(f"{ast.unparse(name)} = {ast.unparse(value)}" for name, value in pairs)


def _functions(tree: ast.Module) -> Iterator[ast.FunctionDef]:
    """Those of the module and its classes."""
    for node in tree.body:
        inner = node.body if isinstance(node, ast.ClassDef) else [node]
        yield from (one for one in inner if isinstance(one, ast.FunctionDef))


def _truths(function: ast.FunctionDef) -> Iterator[ast.expr]:
    """The expressions in it of which no more is asked than whether they are true."""
    for node in ast.walk(function):
        if isinstance(node, ast.If | ast.IfExp | ast.While):
            yield from _asked(node.test)
        elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
            yield from _asked(node.operand)
        elif isinstance(node, ast.Call) and ast.unparse(node.func) == "bool" and node.args:
            yield from _asked(node.args[0])
        elif isinstance(node, ast.comprehension):
            yield from (one for test in node.ifs for one in _asked(test))


def _asked(node: ast.expr) -> Iterator[ast.expr]:
    if isinstance(node, ast.BoolOp):
        yield from (one for part in node.values for one in _asked(part))
    else:
        yield node


def _is_set(node: ast.expr) -> bool:
    """The name of one, one of texts alone, or put together of such."""
    if isinstance(node, ast.BinOp):
        return isinstance(node.op, ast.BitOr) and _is_set(node.left) and _is_set(node.right)
    if isinstance(node, ast.Set):
        return all(isinstance(one, ast.Constant) for one in node.elts)
    return isinstance(node, ast.Name) and node.id.isupper()


def _is_spread(node: ast.expr) -> bool:
    return isinstance(node, ast.Tuple | ast.List) and any(isinstance(one, ast.Starred) for one in node.elts)


def _is_walk(node: ast.Call) -> bool:
    """Of constants alone."""
    is_one = isinstance(node.func, ast.Attribute) and node.func.attr == "below" and len(node.args) > 1
    return is_one and not node.keywords and all(_is_said(one) for one in node.args[1:])


def _is_said(node: ast.expr) -> bool:
    """A text, or a row of them that the module has a name for."""
    if isinstance(node, ast.Starred):
        return isinstance(node.value, ast.Name) and node.value.id.isupper()
    return isinstance(node, ast.Constant)
