"""What the command line takes: commands and their options. Nothing is done here."""

import argparse
import datetime
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from timeline import __version__
from timeline.errors import InputError
from timeline.model.address import is_web
from timeline.model.filters import FIELDS, SORTS
from timeline.model.key import SCOPES

FORMATS = ("json", "ndjson", "csv", "ics", "atom", "geojson", "jsonld", "timelinejs.json", "parquet")
TABLE = "table"
DASHED = ("--q", "--sort", "--date", "--from", "--to")  # their values may begin with a dash: -word, -date, -0043
ACTIONS = ("upgrade", "downgrade", "status", "check")


def parse(arguments: Sequence[str] | None = None) -> argparse.Namespace:
    """What was asked for; `command` names it. Prints and leaves the program on bad usage, `--help` and `--version`."""
    parser = _parser()
    given = parser.parse_args(_joined(sys.argv[1:] if arguments is None else arguments))
    if getattr(given, "url", None) and _are_many(given.paths):
        parser.error("--url goes with a single text, not with many")
    return given


def _joined(arguments: Sequence[str]) -> list[str]:
    """`--q -word` as `--q=-word`: argparse takes a value that begins with a dash for another option."""
    joined: list[str] = []
    for text in arguments:
        is_value = joined[-1:] and joined[-1] in DASHED and text.startswith("-") and not text.startswith("--")
        joined[-1:] = [f"{joined[-1]}={text}"] if is_value else [*joined[-1:], text]
    return joined


def _are_many(paths: Sequence[str]) -> bool:
    from timeline.intake.files import ARCHIVE, FEED, LINES, kind_of

    return len(paths) > 1 or any(Path(path).is_dir() or kind_of(Path(path)) in (LINES, FEED, ARCHIVE) for path in paths)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="timeline", description="Reads news text and keeps who did what to whom, where, when and who says so."
    )
    parser.add_argument("--version", action="version", version=f"timeline {__version__}")
    commands = parser.add_subparsers(title="commands", dest="command", metavar="COMMAND", required=True)
    _add_reading(commands, "tag", "print the time expressions of texts, one JSON object a line")
    _add_reading(commands, "extract", "print what texts say happened, one JSON object a line; keeps nothing")
    ingest = _add_reading(commands, "ingest", "read texts and keep what they say; again changes nothing")
    ingest.add_argument("--source", metavar="NAME", help="who published the texts")
    ingest.add_argument("--jobs", type=_count, default=1, metavar="N", help="processes that read (1)")
    _add_reread(commands)
    _add_events(commands)
    _add_export(commands)
    explain = _add(commands, "explain", "tell why an event has this date, these actors and this status")
    explain.add_argument("event", metavar="EVENT_ID", help="as 'events' lists it")
    explain.add_argument("--as-of", metavar="DATE", help="as it was known by then")
    database = _add(commands, "db", "bring the database up to date, or look at it")
    database.add_argument("action", choices=ACTIONS, help="what to do")
    _add_keys(commands)
    _add_serve(commands)
    _add_work(commands)
    return parser


def _add(commands: Any, name: str, meaning: str) -> argparse.ArgumentParser:
    command: argparse.ArgumentParser = commands.add_parser(name, help=meaning, description=meaning)
    return command


def _add_reading(commands: Any, name: str, meaning: str) -> argparse.ArgumentParser:
    command = _add(commands, name, meaning)
    command.add_argument(
        "paths",
        nargs="*",
        default=["-"],
        metavar="PATH",
        help=".txt, .html, .jsonl, .xml (a feed), .warc (a web archive), each also with .gz, a folder of these, "
        "an address of the web, or - for standard input (also when none is given)",
    )
    command.add_argument("--published", type=_day, metavar="DATE", help="when it was published, such as 2025-10-29")
    command.add_argument(
        "--url", type=_address, metavar="URL", help="the address that a local file came from (for one text only)"
    )
    return command


def _add_reread(commands: Any) -> None:
    command = _add(commands, "reread", "read what is kept again, by the rules of now; ids and what people set stay")
    command.add_argument("--since", type=_day, metavar="DATE", help="only what was published on that day or later")
    command.add_argument("--all", action="store_true", help="also what was read by these very rules")


def _add_events(commands: Any) -> None:
    command = _add(commands, "events", "list the chronology; filters as in the API")
    _add_filters(command)
    command.add_argument("--format", choices=(TABLE, *FORMATS), default=TABLE, help="how to print them (table)")
    command.set_defaults(output=None)


def _add_export(commands: Any) -> None:
    command = _add(commands, "export", "write the chronology to a file; filters as in the API")
    _add_filters(command)
    command.add_argument("--format", choices=FORMATS, required=True, help="how to write it")
    command.add_argument("--output", metavar="FILE", help="the file (standard output when none is given)")


def _add_filters(command: argparse.ArgumentParser) -> None:
    for field in FIELDS:
        action = "append" if field.is_repeatable else "store"
        known = f" ({', '.join(field.choices)})" if 0 < len(field.choices) < 12 else ""
        command.add_argument(
            _option(field.name), dest=field.name, action=action, metavar="…", help=field.meaning + known
        )
    command.add_argument("--sort", metavar="…", help=f"order ({', '.join(SORTS)})")
    command.add_argument("--limit", type=_count, metavar="N", help="at most so many events (all)")


def _add_keys(commands: Any) -> None:
    command = _add(commands, "keys", "make, list and revoke the keys that writes need")
    actions = command.add_subparsers(title="actions", dest="action", metavar="ACTION", required=True)
    create = _add(actions, "create", "make a key; it is printed once, and kept nowhere")
    create.add_argument("--name", required=True, help="who will use it")
    create.add_argument(
        "--scope", action="append", required=True, choices=SCOPES, help="what it may do; each includes those before it"
    )
    create.add_argument("--expires", type=_day, metavar="DATE", help="the last day it is good for (it does not expire)")
    _add(actions, "list", "list the keys, without their secrets")
    revoke = _add(actions, "revoke", "make a key useless from now on")
    revoke.add_argument("key", metavar="ID", help="as 'keys list' shows it")


def _add_serve(commands: Any) -> None:
    command = _add(commands, "serve", "serve the API and its pages")
    command.add_argument("--host", default="127.0.0.1", help="the address to listen on (127.0.0.1: this machine only)")
    command.add_argument("--port", type=_port, default=8000, help="the port to listen on (8000)")
    command.add_argument("--workers", type=_count, default=2, help="processes (2)")
    command.add_argument(
        "--readers", type=_number, default=1, metavar="N", help="processes beside it that do jobs, as 'work' does (1)"
    )


def _add_work(commands: Any) -> None:
    command = _add(commands, "work", "read the texts of jobs: batches, and what was posted to be read later")
    command.add_argument("--processes", type=_count, default=1, metavar="N", help="how many at once (1)")
    command.add_argument("--drain", action="store_true", help="end when nothing waits")
    command.add_argument("--parent", type=_count, help=argparse.SUPPRESS)  # end with this process
    command.add_argument("--beside", type=_count, help=argparse.SUPPRESS)  # keep workers going while this process runs


def _option(name: str) -> str:
    return "--" + name.replace("_", "-")


def _day(text: str) -> datetime.date:
    from timeline.intake.published import read_day

    try:
        return read_day(text)
    except InputError as error:
        raise argparse.ArgumentTypeError(str(error)) from error


def _address(text: str) -> str:
    if not is_web(text):
        raise argparse.ArgumentTypeError(f"{text!r} is no address of the web (write it as https://example.org/story)")
    return text


def _count(text: str) -> int:
    if not text.isascii() or not text.isdigit() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is no number from 1 on")
    return int(text)


def _number(text: str) -> int:
    return 0 if text == "0" else _count(text)


def _port(text: str) -> int:
    if _count(text) > 65_535:
        raise argparse.ArgumentTypeError(f"{text} is no port: 65535 is the last")
    return int(text)
