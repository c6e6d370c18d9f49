"""JSON lines, one object a line, to Documents; a bad line is told with its number and the rest is read."""

import json
from collections.abc import Iterator
from itertools import chain
from typing import IO, Any

from timeline.errors import InputError
from timeline.intake.arrival import Arrival, Given
from timeline.intake.files import decode, lines, refuse_binary
from timeline.intake.record import record_document


def line_arrivals(
    stream: IO[bytes], place: str, given: Given, *, before: bytes = b"", is_named: bool = True
) -> Iterator[Arrival | InputError]:
    """Each line's Document, or an InputError that names 'place:line'. `before` is what was read of the stream already.

    Raises InputError when there is no line at all, and when the first bytes are not those of text.
    """
    numbered = lines(stream, before=before)
    first = next(numbered, None)
    if first is None:
        raise InputError("it is empty")
    if isinstance(first[1], bytes):
        refuse_binary(first[1])
    for number, line in chain([first], numbered):
        found = _arrival(line, f"{place}:{number}", given)
        yield found if is_named or isinstance(found, InputError) else Arrival(found.document, None)


def is_object_line(line: bytes) -> bool:
    """Whether a line is one JSON object."""
    try:
        return line.lstrip(b"\xef\xbb\xbf \t").startswith(b"{") and isinstance(line_record(line), dict)
    except InputError:
        return False


def _arrival(line: bytes | InputError, place: str, given: Given) -> Arrival | InputError:
    if isinstance(line, InputError):
        return InputError(line.message, place=place)
    try:
        return Arrival(record_document(line_record(line), **given.fields()), place)
    except InputError as error:
        return InputError(error.message, place=place)


def line_record(line: bytes | str) -> dict[str, Any]:
    """The object of a line; InputError when it is none."""
    try:
        found = json.loads((line if isinstance(line, str) else decode(line)).strip())
    except json.JSONDecodeError as error:
        raise InputError(f"the line is no JSON: {error.msg}, at character {error.pos + 1}") from error
    except (ValueError, RecursionError) as error:
        raise InputError(f"the line is no JSON: {error}") from error
    if not isinstance(found, dict):
        raise InputError(f"the line is no JSON object but {type(found).__name__}")
    return found
