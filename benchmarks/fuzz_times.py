"""A coverage-guided fuzzer over the time tagger: no text may raise, offsets must be true, and time must grow in proportion.

    pip install atheris
    python benchmarks/fuzz_times.py -max_total_time=600

A crash is written to a file by libFuzzer; 20,000 signs that take more than ten seconds (instrumented code is slow) count as one.
"""

import datetime
import sys
import time

import atheris

with atheris.instrument_imports(include=["timeline.parser", "timeline.model"]):
    from timeline.model.document import Document
    from timeline.parser.times.times import tag

PUBLISHED = datetime.date(2025, 10, 29)
PIECES = (
    "the last first in on May Monday October 31 2025 1999 99 BC week years two ago later every of to – - , . 's early night "
    "noon 9 a.m. GMT 30/02/2020 25:61 '80s 1990s winter quarter Easter Ramadan Diwali from until half past 1/2 12,025 AD "
    "fiscal Q3 twentieth century earlier that day said will by since between and or so few couple thousand 0415 hours "
    "turn half was due but Monday's ruling vote is election three quarters straight third 420s 900s '08 past day that same "
    "its single dawn profit touchdown Christmas D-Day eve had minutes summer and fall U.S.C. x millennium "
    "after before Kabul time local week as many all night 2024-W07 FY26 7.30pm ended meets are meeting"
).split(" ")


def text_of(data: bytes) -> str:
    """Half of the inputs are any text, half are words that the rules know; some are repeated until they are long."""
    provider = atheris.FuzzedDataProvider(data)
    if provider.ConsumeBool():
        text = provider.ConsumeUnicodeNoSurrogates(400)
    else:
        words = [
            PIECES[provider.ConsumeIntInRange(0, len(PIECES) - 1)] for _ in range(provider.ConsumeIntInRange(0, 40))
        ]
        text = (" " if provider.ConsumeBool() else "").join(words)
    return text * (20_000 // (len(text) + 1)) if provider.ConsumeIntInRange(0, 60) == 7 else text


def check(data: bytes) -> None:
    """One input."""
    text = text_of(data)
    start = time.process_time()
    end = 0
    for found in tag(Document(text, (), published=PUBLISHED if len(data) % 2 else None)):
        if not end <= found.start < found.end or text[found.start : found.end] != found.text:
            raise ValueError(f"wrong offsets: {found}")
        end = found.end
    if time.process_time() - start > 10:
        raise TimeoutError(f"{len(text)} signs took too long")


if __name__ == "__main__":
    tag(Document("On 5 May 2020, at Easter and on 1/2/2020.", (), published=PUBLISHED))
    atheris.Setup(sys.argv, check)
    atheris.Fuzz()
