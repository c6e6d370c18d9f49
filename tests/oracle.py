"""What filters keep, read by brute force in Python, and questions to compare it by."""

import re

from hypothesis import strategies as st

from tests.archive import FIELDS, QUERIES
from timeline.model import edtf
from timeline.model.days import parse_iso_day
from timeline.model.filters import DATES as DATES_ASKED
from timeline.model.filters import MATCHES, Filters, Window
from timeline.store.queries import find_events


def fits(event, filters):
    return all(
        [
            not filters.yearless or event["when"]["edtf"] == filters.yearless,
            (filters.window == Window() and filters.match != "within")
            or date_fits(event["when"], filters.window, filters.match, filters.dates),
            filters.updated_since is None or event["updated"] >= filters.updated_since,
            not filters.type or event["type"] in filters.type,
            not filters.mode or event["mode"] in filters.mode,
            not filters.status or event["status"] in filters.status,
            not filters.basis or event["when"]["basis"] in filters.basis,
            not filters.precision or event["when"]["precision"] in filters.precision,
            not filters.place or _low((event["place"] or {}).get("name")) in map(_low, filters.place),
            not filters.country or (event["place"] or {}).get("country") in [code.upper() for code in filters.country],
            not filters.claimed_by or any(_is_claimant(event, value) for value in filters.claimed_by),
            not filters.source or {_outlet(one) for one in event["evidence"]} & set(map(_low, filters.source)),
            not filters.document or any(one["document"]["id"] in filters.document for one in event["evidence"]),
            filters.min_reports is None or event["reports"] >= filters.min_reports,
            filters.min_salience is None or event["salience"] >= filters.min_salience,
            _actors_fit(event["actors"], filters),
            filters.q is None or _words_fit(event, filters.q),
        ]
    )


def _low(text):
    return text.casefold() if text else None


def _outlet(one):
    return _low(one["document"]["source"]["name"]) if one["document"]["source"] else None


def date_fits(when, window, match, dates="known"):
    if dates == "likely" and match != "within" and when["likely"]:
        guess = edtf.parse(when["likely"])
        when = {"earliest": guess.earliest, "latest": guess.latest, "edtf": when["likely"]}
    first, last = (
        parse_iso_day(when[side].partition("T")[0]) if when[side] else None for side in ("earliest", "latest")
    )
    low = window.start if window.start is not None else -(10**40)
    high = window.end if window.end is not None else 10**40
    if match == "within":
        return first is not None and last is not None and low <= first and last <= high
    if match == "possible":
        if first is None and last is None:
            return when["edtf"] is None
        return (first is None or first <= high) and (last is None or last >= low)
    if first is not None and last is not None:
        return first <= high and last >= low
    known = first if first is not None else last
    return known is not None and low <= known <= high


def is_meant(value, actor):
    """The actor has the name, alias or id, or acts for one who has."""
    names = {value.casefold(), value.casefold().removesuffix(" alias")}
    return value == actor["id"] or actor["name"].casefold() in names or _low(actor["acts_for"]) in names


def _is_claimant(event, value):
    names = {value.casefold(), value.casefold().removesuffix(" alias")}
    return bool(names & {name.casefold() for name in event["claimed_by"]})


def _actors_fit(actors, filters):
    playing = [actor for actor in actors if not filters.role or actor["role"] in filters.role]
    countries = [code.upper() for code in filters.actor_country]
    return all(
        [
            not filters.role or playing,
            not filters.actor or any(is_meant(value, actor) for value in filters.actor for actor in playing),
            all(any(is_meant(value, actor) for actor in playing) for value in filters.actors_all),
            not countries or any(actor["country"] in countries for actor in playing),
        ]
    )


def _words_fit(event, query):
    """The queries of this module only: single words, phrases, beginnings, exclusions, OR."""
    texts = [event["headline"], *(one["sentence"] for one in event["evidence"])]
    texts += [name for actor in event["actors"] for name in (actor["name"], f"{actor['name']} alias")]
    texts += [event["place"]["name"]] if event["place"] else []
    tokens = " " + " ".join(_tokens(" ".join(texts))) + " "
    return any(_side_fits(tokens, side) for side in re.split(r"(?:^|\s)OR(?:\s|$)", query))


def _side_fits(tokens, side):
    terms = [(sign, phrase or word) for sign, phrase, word in re.findall(r'(-?)(?:"([^"]*)"?|([^\s"]+))', side)]
    terms = [(sign, " ".join(_tokens(text)), text.endswith("*")) for sign, text in terms if _tokens(text)]
    wanted = [(text, is_open) for sign, text, is_open in terms if not sign]
    unwanted = [text for sign, text, _ in terms if sign]
    return (
        bool(terms)
        and all(f" {text}" in tokens if is_open else f" {text} " in tokens for text, is_open in wanted)
        and not any(f" {text} " in tokens for text in unwanted)
    )


def _tokens(text):
    plain = text.casefold().translate(str.maketrans("éñžйё", "enzие"))
    return re.findall(r"[^\W_]+", plain)


def values_of(event, by):
    """All values that an event has."""
    place = event["place"] or {}
    columns = {name: [event[name]] for name in ("type", "mode", "status")}
    columns |= {name: [event["when"][name]] for name in ("basis", "precision")}
    columns |= {"country": [place.get("country")], "place": [place.get("name")]}
    columns["actor"] = [actor["name"] for actor in event["actors"]]
    columns["actor_country"] = [actor["country"] for actor in event["actors"]]
    columns["role"] = [actor["role"] for actor in event["actors"]]
    columns["claimed_by"] = event["claimed_by"]
    columns["source"] = [(one["document"]["source"] or {}).get("name") for one in event["evidence"]]
    return {value for value in columns[by] if value is not None}


def check(store, everything, filters):
    found = [event["id"] for event in find_events(store, filters, limit=500).events]
    assert found == [event["id"] for event in everything if fits(event, filters)]


windows = st.builds(Window, st.none() | st.integers(739900, 739930), st.none() | st.integers(739900, 739930))
some = {
    name: st.lists(st.sampled_from([str(value) for value in values]), max_size=2).map(tuple)
    for name, values in FIELDS.items()
    if values
}
questions = st.builds(
    Filters, window=windows, match=st.sampled_from(MATCHES), dates=st.sampled_from(DATES_ASKED),
    q=st.none() | st.sampled_from(QUERIES),
    min_reports=st.none() | st.integers(1, 3), min_salience=st.none() | st.sampled_from([0.1, 0.5, 0.55, 1.0]), **some,
)  # fmt: skip
