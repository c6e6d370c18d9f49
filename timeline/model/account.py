"""An account of an event in sentences: who dates it and how, what bounds it and why, who says so, who disagrees,
what was known when. Made from the event as it is served, so that nothing is told that the answer does not hold.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from timeline.errors import EdtfError
from timeline.model import edtf
from timeline.model.address import host
from timeline.model.reasons import CAME, ground, reason, short, span_words
from timeline.model.time import DIRECT
from timeline.model.victims import PEOPLE, Victims, victims
from timeline.model.words import date_line, date_words

Shape = Mapping[str, Any]

MOST_LINKS = 2  # on one side
COUNTED = {
    "participants": "number of participants", "jobs": "number of jobs", "magnitude": "magnitude", "money": "sum of money",
}  # fmt: skip
MANY = ("people", "men", "women", "children", "one ", "some ", "the ", "his ", "her ", "their ", "its ")
SAYS = ("reports it, citing {}", "report it, citing {}")  # what is told as a fact by somebody else
TELLS = {
    "asserted": ("tells it as a fact", "tell it as a fact"),
    "alleged": ("has it as alleged", "have it as alleged"),
    "denied": ("has it as denied", "have it as denied"),
    "planned": ("has it as planned", "have it as planned"),
    "hypothetical": ("has it as possible only", "have it as possible only"),
    "negated": ("says that it did not happen", "say that it did not happen"),
    "cancelled": ("says that it was called off", "say that it was called off"),
}


def account(event: Shape) -> list[str]:
    """The sentences, the date first. They don't depend on the order in which the texts came."""
    event = {**event, "evidence": sorted(event["evidence"], key=_place)}
    parts = (_date, _quote, _others, _bounds, _curated, _claims, _disputes, _order, _knowledge)
    return [sentence for part in parts for sentence in part(event)]


def _place(one: Shape) -> tuple[str, str, int]:
    """Of evidence: first published first, then by what says where its text is."""
    document = one["document"]
    return document["published"] or "9", document["url"] or document["external_id"] or "", one["number"]


def paper(document: Shape) -> str:
    """The outlet (else where it stands, else its title) and the day of publication."""
    named = document["source"]["name"] if document["source"] else None
    title = f"the text “{short(document['title'])}”" if document["title"] else None
    name = named or host(document["url"]) or title or short(document["external_id"] or document["id"])
    return f"{name} of {date_words(document['published'])}" if document["published"] else f"{name} (undated)"


def _date(event: Shape) -> Iterator[str]:
    """'18 to 19 October 2025: Paper A gives the date (“Saturday and Sunday”).'"""
    givers: dict[str, str | None] = {}
    for one in _givers(event):
        givers.setdefault(paper(one["document"]), one["when"]["text"])
    if givers:
        gives = f"{listing(list(givers))} {'gives' if len(givers) == 1 else 'give'} the date"
        words = [f"“{words}”" for words in dict.fromkeys(givers.values()) if words]
        yield f"{_when(event['when'])}: {gives}{f', as {listing(words)}' if words else ''}."
    elif "when" in event.get("curated", ()):
        yield f"{_when(event['when'])}: a person set the date."
    else:
        yield f"{_when(event['when'])}: no report gives its date outright."
    if event["when"].get("likely"):
        days = {one["document"]["published"] for one in event["evidence"]}
        day = "a report of it" if event["when"]["likely"] in days else "the news that tells it"
        yield f"The best single guess is {span_words(event['when']['likely'])}: the day of {day}."


def _givers(event: Shape) -> list[Shape]:
    """Statements whose own date is just the event's, the first published first."""
    exact = [one for one in event["evidence"] if one["when"]["basis"] in DIRECT and _ends(one) == _ends(event)]
    return sorted(exact, key=_published)


def _ends(one: Shape) -> tuple[Any, Any]:
    return one["when"]["earliest"], one["when"]["latest"]


def _published(one: Shape) -> tuple[bool, str, str, int]:
    """First published first; then by where it stands, so that the order of arrival does not matter."""
    document = one["document"]
    return document["published"] is None, document["published"] or "", document["url"] or "", one["number"]


def _quote(event: Shape) -> Iterator[str]:
    """The sentence that tells it best."""
    best = next((one for one in event["evidence"] if one["sentence"].startswith(_quoted(event))), None)
    if best is not None:
        yield f"{paper(best['document'])} writes: “{event['quote']}”"


def _quoted(event: Shape) -> str:
    return str(event["quote"]).strip("…")


def _others(event: Shape) -> Iterator[str]:
    """What reports that do not give the date say of it."""
    givers = {paper(one["document"]) for one in _givers(event)}
    told: dict[str, str] = {}
    for one in sorted(event["evidence"], key=lambda one: (one["when"]["basis"] not in DIRECT, *_published(one))):
        name = paper(one["document"])
        if name not in givers:
            told.setdefault(name, _says(one, event))
    alike: defaultdict[str, list[str]] = defaultdict(list)
    for name, said in told.items():
        alike[said].append(name)
    for said, names in alike.items():
        yield f"{listing(names)} {_agreeing(said, names)}."


def _agreeing(said: str, names: Sequence[str]) -> str:
    """'gives' of one, 'give' of several."""
    return said if len(names) == 1 else re.sub(r"^(say|give)s|(?<=, but place)s", r"\1", said)


def _says(one: Shape, event: Shape) -> str:
    when = one["when"]
    words = f" (“{when['text']}”)" if when["text"] else ""
    if when["basis"] in DIRECT:
        said = f"says {date_line(when)}{words}"
        if not _meet(when, event["when"]):
            return f"{said}, which cannot be the same and is left aside"
        return f"{said}, which lies within" if event["when"]["precision"] == "interval" else said
    reasons = [reason(when[side], event["links"]) for side in ("because_earliest", "because_latest") if when[side]]
    if when["basis"] != "ordered" or not reasons or _ends(one) == _ends(event):  # then the bounds are told for all
        return "gives no date"
    return f"gives no date, but places it {_placed(when)}, since {' and '.join(dict.fromkeys(reasons))}"


def _placed(when: Shape) -> str:
    """'on 11 October 2025', 'in October 2025', 'between 11 and 29 October 2025'."""
    said = date_line(when)
    is_bare = said[:1].isdigit() or said[:1].isupper()
    return f"{'on' if when['earliest'] == when['latest'] else 'in'} {said}" if is_bare and "later" not in said else said


def _meet(when: Shape, other: Shape) -> bool:
    """Whether two dates can both be right; what nothing bounds goes with all."""
    if when["edtf"] is None or other["edtf"] is None:
        return True
    try:
        return edtf.parse(when["edtf"]).overlaps(edtf.parse(other["edtf"]))
    except EdtfError:
        return True


def _bounds(event: Shape) -> Iterator[str]:
    """What bounds each side, where no text gives the date."""
    when = event["when"]
    if when["basis"] in DIRECT or (when["basis"] == "published" and not when["because_earliest"]):
        return
    for side, name in (("earliest", "Not before"), ("latest", "Not after")):
        if when[side] and when[f"because_{side}"]:
            yield f"{name} {_side_words(when[side])}, since {reason(when[f'because_{side}'], event['links'])}."


def _side_words(time: str) -> str:
    """The words for a bound; ISO 8601 writes the years beyond four digits as EDTF does not."""
    year = time.lstrip("-").partition("-")[0]
    return date_words(f"Y{time}" if len(year) > 4 else time)


def _curated(event: Shape) -> Iterator[str]:
    if event.get("curated"):
        yield f"A person set by hand: {listing(list(event['curated']))}."


def _claims(event: Shape) -> Iterator[str]:
    """Who tells it how firmly, and why that makes the event's status."""
    told: defaultdict[tuple[str, tuple[str, ...]], dict[str, None]] = defaultdict(dict)
    for one in sorted(event["evidence"], key=_published):
        told[one["status"], tuple(one["claimed_by"])][paper(one["document"])] = None
    parts = [f"{listing(list(papers))} {_tells(status, by, len(papers))}" for (status, by), papers in told.items()]
    statuses = {status for status, _ in told}
    if len(statuses) > 1:
        yield f"{'; '.join(parts)}."
        yield f"It counts as {event['status']}: what the firmest report says decides."
    elif parts:
        yield f"It counts as {event['status']}: {'; '.join(parts)}."


def _tells(status: str, by: Sequence[str], count: int) -> str:
    """'tells it as a fact', 'reports it, citing Kabul', 'has it as planned, according to Kabul'."""
    if status == "asserted" and by:
        return SAYS[count > 1].format(listing([_speaker(name) for name in by]))
    return TELLS[status][count > 1] + (f", according to {listing([_speaker(name) for name in by])}" if by else "")


def _speaker(name: str) -> str:
    """'the company' of one who is only described; 'doctors', 'Kabul' as they are."""
    is_described = name[:1].islower() and not name.startswith(MANY) and not name.endswith("s") and "'s " not in name
    return f"the {name}" if is_described else name


def _disputes(event: Shape) -> Iterator[str]:
    """Dates and numbers of different texts that cannot all be right; two days of a stay can."""
    dates: dict[str, str] = {}
    for one in sorted(event["evidence"], key=_published):
        if one["when"]["basis"] in DIRECT:
            dates.setdefault(paper(one["document"]), one["when"]["edtf"])
    if any(not _meet({"edtf": date}, event["when"]) for date in dates.values()):
        yield f"The reports disagree on the date: {'; '.join(f'{name}: {span_words(d)}' for name, d in dates.items())}."
    yield from _numbers(event)


def _numbers(event: Shape) -> Iterator[str]:
    """Numbers of the same that cannot all be right; of the dead of two sides, each by itself."""
    for (what, _), tallies in _tallies(event).items():
        for name, told in tallies.items():
            against = [other for other in tallies if _are_at_odds(told, tallies[other])]
            if against and name == min([name, *against], key=[*tallies].index):
                sides = "; ".join(f"{one}: {tallies[one][0]['text']}" for one in tallies if one in {name, *against})
                yield f"The reports disagree on the {COUNTED.get(what, f'number of those {what}')}: {sides}."


def _tallies(event: Shape) -> dict[tuple[str, str], dict[str, tuple[Shape, Victims]]]:
    """What is counted, with each text's number (and each of those that it quotes) and whose it is."""
    counted: defaultdict[tuple[str, str], dict[str, tuple[Shape, Victims]]] = defaultdict(dict)
    for one in sorted(event["evidence"], key=_published):
        hurt = victims((actor["role"], actor["kind"], actor["country"], actor["name"]) for actor in one["actors"])
        name = paper(one["document"]) + (f", citing {listing(one['claimed_by'])}" if one["claimed_by"] else "")
        for quantity in one["quantities"]:
            counted[quantity["what"], quantity["unit"]].setdefault(name, (quantity, hurt))
    return counted


def _are_at_odds(one: tuple[Shape, Victims], other: tuple[Shape, Victims]) -> bool:
    (some, hurt), (others, others_hurt) = one, other
    is_of_others = some["unit"] == PEOPLE and hurt.are_others_than(others_hurt)
    return (_exclude(some, others) or _exclude(others, some)) and not is_of_others


def _exclude(a: Shape, b: Shape) -> bool:
    return a["high"] is not None and a["high"] < b["low"]


def _order(event: Shape) -> Iterator[str]:
    """Where strong links of its texts put it."""
    for word in ("after", "before", "during"):
        strong = [link for link in event["links"] if link["relation"] == word and link["strong"]]
        strong.sort(key=lambda link: (link["event"]["headline"], link["because"]))
        grounds: defaultdict[str, dict[str, None]] = defaultdict(dict)
        for link in strong:
            grounds[link["event"]["headline"]][ground(link["because"], [link["sieve"]])] = None
        named = [f"“{short(headline)}” ({'; '.join(why)})" for headline, why in grounds.items()]
        if named:
            shown = named[:MOST_LINKS]
            more = f" and {len(named) - MOST_LINKS} more" if len(named) > MOST_LINKS else ""
            yield f"In the order of events {CAME[word]} {listing(shown) if not more else ', '.join(shown) + more}."


def _knowledge(event: Shape) -> Iterator[str]:
    """What was known when, as far as it changed."""
    own = [one for one in event["known"] if one["id"] == event["id"]]
    told: list[tuple[str, str]] = []
    for one in own:
        what = f"{span_words(one['edtf']) if one['edtf'] else 'no date'}, {one['status']}"
        what += ", disputed" if one["disputed"] else ""
        if not told or told[-1][1] != what:
            told.append((one["from"], what))
    if len(told) == 1:
        first = min(
            (one["document"]["published"] for one in event["evidence"] if one["document"]["published"]), default=""
        )
        is_first = told[0][0] <= first
        yield f"{'It has been known like this since' if is_first else 'This is how it stands since'} {date_words(told[0][0])}."
    elif told:
        steps = "; ".join(f"from {date_words(day)}: {what}" for day, what in told)
        yield f"What was known when: {steps}."
    apart = [one["until"] for one in event["known"] if one["id"] != event["id"] and one["until"]]
    if apart:
        yield f"Up to {date_words(max(apart))} the reports did not show that all this was one event."


def listing(names: Sequence[str]) -> str:
    """'Pakistan, Iran and Turkey'."""
    return names[0] if len(names) == 1 else ", ".join(names[:-1]) + " and " + names[-1]


def _when(when: Shape) -> str:
    words = date_line(when)
    return words[:1].upper() + words[1:]
