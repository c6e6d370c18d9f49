"""Nouns: dataclasses written out as plain classes, which mypyc makes and compares without asking Python.

Whatever is made of one is made again by `__reduce__` where it is sent to another process.
"""

import ast
from dataclasses import dataclass

from edits import Edit, Source

MAKERS = ("value", "dataclass")
LATER = "cached_property"  # kept in a dictionary, which no class of mypyc's has: here in a field
EMPTY = {"dict": "{}", "list": "[]", "set": "set()"}


@dataclass(frozen=True)
class Field:
    """A field: `default` is how it is written, `factory` what makes it; `is_given` when it is asked for, `is_compared` by `==`."""

    name: str
    type: str
    default: str | None
    factory: str | None
    is_given: bool
    is_compared: bool


def noun_edits(source: Source) -> list[Edit]:
    """Each dataclass of the module, written out."""
    found = [node for node in source.tree.body if isinstance(node, ast.ClassDef) and _is_noun(node)]
    return [(*source.span(node), _written(source, node)) for node in found]


def _is_noun(node: ast.ClassDef) -> bool:
    """A dataclass, with nothing above it."""
    makers = [maker.func if isinstance(maker, ast.Call) else maker for maker in node.decorator_list]
    is_made = any(isinstance(maker, ast.Name) and maker.id in MAKERS for maker in makers)
    return is_made and not node.bases


def _written(source: Source, node: ast.ClassDef) -> str:
    fields = [_field(part) for part in node.body if isinstance(part, ast.AnnAssign)]
    others = [part for part in node.body if not isinstance(part, ast.AnnAssign)]
    doc, methods = (others[:1], others[1:]) if ast.get_docstring(node) else ([], others)
    later = {part.name: ast.unparse(part.returns) for part in methods if _is_later(part)}
    after = [part for part in methods if isinstance(part, ast.FunctionDef) and part.name == "__post_init__"]
    parts = [
        f"class {node.name}:",
        *(f"    {source.said(part)}\n" for part in doc),
        *(f"    {field.name}: {field.type}" for field in fields),
        *(f"    kept_{name}: {answer} | None" for name, answer in later.items()),
        _known(fields),
        _making(
            fields,
            [*(f"self.kept_{name} = None" for name in later), *(source.said(p) for one in after for p in one.body)],
        ),
        _changing(node.name, fields),
        _comparing(node.name, [field for field in fields if field.is_compared]),
        *([_hashing([field for field in fields if field.is_compared])] if _is_frozen(node) else []),
        _sending(node.name, fields),
        *(f"\n    {source.said(part)}" for part in methods if part not in after and part.name not in later),
        *(_keeping(source, part) for part in methods if part.name in later),
    ]
    return "\n".join(parts)


def _is_later(part: ast.stmt) -> bool:
    return isinstance(part, ast.FunctionDef) and any(ast.unparse(maker) == LATER for maker in part.decorator_list)


def _keeping(source: Source, part: ast.FunctionDef) -> str:
    """A property that is worked out when it is first asked for."""
    own = source.said(part).replace(f"@{LATER}\n    ", "").replace(f"def {part.name}(", f"def {part.name}_anew(")
    return (
        f"\n    @property\n    def {part.name}(self) -> {ast.unparse(part.returns)}:\n"
        f"        if self.kept_{part.name} is None:\n            self.kept_{part.name} = self.{part.name}_anew()\n"
        f"        return self.kept_{part.name}\n\n    {own}"
    )


def _known(fields: list[Field]) -> str:
    """The names of its fields, as `dataclasses` looks them up."""
    names = ", ".join(f'"{field.name}"' for field in fields if field.is_given)
    return f"    __dataclass_fields__: ClassVar[dict[str, Any]] = fields_of({names})"


def _field(part: ast.AnnAssign) -> Field:
    name, said = ast.unparse(part.target), ast.unparse(part.annotation)
    given = part.value
    if not (isinstance(given, ast.Call) and ast.unparse(given.func) == "field"):
        return Field(name, _loose(said), ast.unparse(given) if given else None, None, is_given=True, is_compared=True)
    told = {word.arg: ast.unparse(word.value) for word in given.keywords}
    default, factory = told.get("default"), told.get("default_factory")
    is_given, is_compared = told.get("init") != "False", told.get("compare") != "False"
    return Field(name, _loose(said), default, factory, is_given=is_given, is_compared=is_compared)


def _loose(type_: str) -> str:
    """A whole number stays one where Python would let it stay one in the place of a `float`."""
    return type_.replace("float", "Any")


def _is_frozen(node: ast.ClassDef) -> bool:
    return "@value" in f"@{ast.unparse(node.decorator_list[0])}" or "frozen=True" in ast.unparse(node.decorator_list[0])


def _making(fields: list[Field], after: list[str]) -> str:
    given = "".join(f", {field.name}: {_asked(field)}" for field in fields if field.is_given)
    lines = [f"\n    def __init__(self{given}) -> None:"]
    lines += [f"        self.{field.name} = {_first(field)}" for field in fields if field.is_given or field.factory]
    return "\n".join([*lines, *(f"        {_plainly_set(line)}" for line in after)])


def _asked(field: Field) -> str:
    if field.factory:
        return f"{field.type} | None = None"
    return field.type if field.default is None else f"{field.type} = {field.default}"


def _first(field: Field) -> str:
    if not field.factory:
        return field.name
    made = EMPTY.get(field.factory, f"{field.factory}()")
    return f"{made} if {field.name} is None else {field.name}" if field.is_given else made


def _plainly_set(line: str) -> str:
    """`object.__setattr__(self, "top", …)`, which only a frozen dataclass needs."""
    call = ast.parse(line).body[0]
    if not (isinstance(call, ast.Expr) and isinstance(call.value, ast.Call)):
        return line
    called, arguments = ast.unparse(call.value.func), call.value.args
    if called != "object.__setattr__" or not isinstance(arguments[1], ast.Constant):
        return line
    return f"self.{arguments[1].value} = {ast.unparse(arguments[2])}"


def _changing(name: str, fields: list[Field]) -> str:
    given = ", ".join(f'changes.get("{f.name}", self.{f.name})' for f in fields if f.is_given)
    return f'\n    def changed(self, changes: dict[str, Any]) -> "{name}":\n        return {name}({given})'


def _comparing(name: str, fields: list[Field]) -> str:
    same = " and ".join(f"self.{field.name} == other.{field.name}" for field in fields)
    return (
        "\n    def __eq__(self, other: object) -> bool:\n        if self is other:\n            return True\n"
        f"        return isinstance(other, {name}) and {same}"
    )


def _hashing(fields: list[Field]) -> str:
    return f"\n    def __hash__(self) -> int:\n        return hash(({_each(fields)}))"


def _sending(name: str, fields: list[Field]) -> str:
    given = _each([field for field in fields if field.is_given])
    return f"\n    def __reduce__(self) -> tuple[Any, tuple[Any, ...]]:\n        return {name}, ({given})"


def _each(fields: list[Field]) -> str:
    return "".join(f"self.{field.name}, " for field in fields)
