"""Every filter, order and page, against a brute-force reading of the same events in Python."""

import random
import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.conftest import new_store
from tests.making import actor, document, link, statement, toll
from timeline import ingest
from timeline.errors import FilterError, MergedError, NotFoundError
from timeline.model import edtf
from timeline.model.days import parse_iso_day
from timeline.model.filters import DATES as DATES_ASKED
from timeline.model.filters import MATCHES, SORTS, Filters, Window
from timeline.model.statement import Actor, ActorKind, Role, RoleName
from timeline.store import cursor as cursors
from timeline.store.people import find_actors, get_actor
from timeline.store.queries import data_version, find_changes, find_events, get_event
from timeline.store.texts import find_documents, get_document

DATES = [
    "2025-10-11", "2025-10-12", "2025-10", "2025", "199X", "-0043-03-15", "Y12025", "2025-10-11/2025-10-20",
    "[..2025-10-29]", "[2025-10-11..2025-10-29]", "[2025-10-29..]", "XXXX-10-11", "2025-10-18T14:30:00Z", None,
]  # fmt: skip
GUESSES = [None, "2025-10-14", "2025-10-27/2025-10-28", "-0043-03", "2025-10"]
KINDS = [
    ("attack", "assault", "aerial"),
    ("attack", "assault", None),
    ("talk", "consult", None),
    ("quake", "disaster", None),
]
NAMES = ["Norland", "Sudmark", "Estria", "Minister of Norland", "Army of Sudmark", "Red Hand", "Željko Ñuñez"]
WORDS = ["border", "cross-border", "café", "night", "Москва", "12", "O'Neill"]
FIELDS = {
    "actor": [*NAMES, "norland", "Norland alias", "nobody"], "actors_all": NAMES, "actor_country": ["NO", "sd", "XX"],
    "role": list(RoleName), "type": ["assault", "consult", "disaster"], "mode": ["aerial"],
    "place": ["sund", "Mirton", "nowhere"], "country": ["ee", "SD"], "status": ["asserted", "alleged", "planned"],
    "claimed_by": ["Norland", "norland alias", "Red Hand"], "basis": ["stated", "ordered", "published", "none"],
    "precision": ["day", "month", "bounds", "interval"], "source": ["The Gazette", "courier"], "document": [],
}  # fmt: skip
QUERIES = [
    "border", "BORDER night", '"cross border"', "cross-border", "caf*", "cafe -night", "Москва OR 12", "moskva", "москв*",
    "-night", "-night -12", "-night OR 12", '-"cross border" OR -café', "-!!!",
    "", "!!!", '"', "(border", "border)", "a OR", "AND", "NEAR(border night)", "*", "o'neill", "words:border",
    "night^2", "' OR 1=1 --", "border & night", "!night", "a:*", "<->",
]  # fmt: skip


def filled(store):
    """80 documents, always the same ones."""
    chance = random.Random(7)
    for number in range(80):
        told = [_made(chance, place) for place in range(chance.randint(1, 3))]
        outlet = chance.choice(["The Gazette", "Courier", None])
        more = {"outlet": outlet} if outlet else {}
        text = document(*(one.sentence for one in told), f"Text {number}.", url=f"http://made.up/{number}", **more)
        ingest.record(store, text, told)


def _made(chance, number):
    lemma, kind, mode = chance.choice(KINDS)
    text = f"The {lemma} was near the {chance.choice(WORDS)} by {chance.choice(WORDS)}."
    parts = {part: chance.choice([(), (), *NAMES]) for part in ("by", "on", "of", "through")}
    made = statement(
        lemma, kind, text=text, start=100 * number, mode=mode,
        date=chance.choice(DATES), basis=chance.choice(["stated", "ordered"]),
        at=chance.choice([None, "Sund", "Mirton"]), status=chance.choice(["asserted", "alleged", "planned"]),
        claimed=chance.choice([(), ("Norland",), ("Red Hand",)]), salience=chance.choice([0.1, 0.5, 0.75]),
        quantities=chance.choice([(), toll(12)]), **parts,
        links=(link(chance.choice(["after", "before"]), 0, is_strong=chance.random() < 0.5),) if number else (),
    )  # fmt: skip
    if made.when.span.width is None or made.when.span.precision == "bounds":
        object.__setattr__(made.when, "likely", GUESSES[(number + len(text)) % len(GUESSES)])
    object.__setattr__(made, "roles", tuple(_with_alias(role) for role in made.roles))
    return made


def _with_alias(role):
    kind = ActorKind.ORGANISATION if role.actor.name.startswith("Army") else role.actor.kind
    known = actor(role.actor.name)
    object.__setattr__(known, "kind", kind)
    object.__setattr__(known, "aliases", (f"{known.name} alias",))
    return Role(known, role.name)


@pytest.fixture(scope="module", params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgresql)])
def filled_store(request, tmp_path_factory):
    with new_store(request, tmp_path_factory.mktemp("filled"), filled) as store:
        yield store


@pytest.fixture(scope="module")
def everything(filled_store):
    """Every event with its evidence, in the order of listing."""
    page = find_events(filled_store, Filters(), limit=500)
    assert page.next is None
    return [get_event(filled_store, event["id"]) for event in page.events]


# --- the oracle


def fits(event, filters):
    return all(
        [
            not filters.yearless or event["when"]["edtf"] == filters.yearless,
            (filters.window == Window() and filters.match != "within")
            or _date_fits(event["when"], filters.window, filters.match, filters.dates),
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


def _date_fits(when, window, match, dates="known"):
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


def _is(value, actor):
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
            not filters.actor or any(_is(value, actor) for value in filters.actor for actor in playing),
            all(any(_is(value, actor) for actor in playing) for value in filters.actors_all),
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


# --- filters


@pytest.mark.parametrize("match", MATCHES)
@pytest.mark.parametrize(
    "days",
    [
        ("2025-10-11", "2025-10-11"),
        ("2025-10-01", None),
        (None, "2025-10-29"),
        ("-0100-01-01", "0001-01-01"),
        ("12025-01-01", "12025-12-31"),
    ],
)
def test_a_window_finds_what_its_match_means(filled_store, everything, match, days):
    window = Window(*(parse_iso_day(day) if day else None for day in days))
    check(filled_store, everything, Filters(window=window, match=match))


@pytest.mark.parametrize(("name", "value"), [(name, value) for name, values in FIELDS.items() for value in values])
def test_each_value_of_each_filter(filled_store, everything, name, value):
    check(filled_store, everything, Filters(**{name: (str(value),)}))


@pytest.mark.parametrize("q", QUERIES)
def test_full_text_finds_the_same_on_every_database_whatever_is_typed(filled_store, everything, q):
    check(filled_store, everything, Filters(q=q))


@pytest.mark.parametrize("match", MATCHES)
@pytest.mark.parametrize("day", [739900, 739903, 739917, None])
def test_likely_dates_stand_for_what_no_text_dates(filled_store, everything, match, day):
    for window in (Window(day, day), Window(day, None), Window(None, day)):
        check(filled_store, everything, Filters(window=window, match=match, dates="likely"))


def test_people_are_found_by_their_last_name_where_nobody_has_it_alone(store):
    for who in ("Rosa Quispe", "Ana Quispe", "Quispe Port", "Ana Maria 100%", "Tom Elk", "Elk"):
        told = statement(text=f"An attack by {who}.", roles=(Role(Actor(who, kind_of(who)), RoleName.AGENT),))
        ingest.record(store, document(told.sentence), [told])

    def found(**asked):
        return {event["actors"][0]["name"] for event in find_events(store, Filters(**asked)).events}

    assert found(actor=("quispe",)) == {"Rosa Quispe", "Ana Quispe"}
    assert found(actors_all=("Quispe", "Ana Quispe")) == {"Ana Quispe"}
    assert found(actor=("Elk",)) == {"Elk"}
    assert found(actor=("Port",)) == found(actor=("%",)) == found(actor=("spe",)) == set()


def kind_of(who):
    return ActorKind.ORGANISATION if who in ("Quispe Port", "Elk") else ActorKind.PERSON


def test_a_word_that_must_not_be_there_may_stand_alone(filled_store, everything):
    found = find_events(filled_store, Filters(q="-night"), limit=500).events
    assert 0 < len(found) < len(everything)
    with_it = find_events(filled_store, Filters(q="night"), limit=500).events
    assert len(found) + len(with_it) == len(everything)


def test_what_changed_since_is_found(filled_store, everything):
    moments = sorted(event["updated"] for event in everything)
    for moment in (moments[0], moments[len(moments) // 2], moments[-1], "9999-01-01T00:00:00.000000Z"):
        check(filled_store, everything, Filters(updated_since=moment))


def test_a_day_without_a_year_is_found_only_by_its_own_date(filled_store, everything):
    check(filled_store, everything, Filters(yearless="XXXX-10-11"))
    assert find_events(filled_store, Filters(yearless="XXXX-10-11")).events
    wide = Filters(window=Window(-(10**6), 10**7), match="possible")
    assert "XXXX-10-11" not in {event["when"]["edtf"] for event in find_events(filled_store, wide, limit=500).events}


def test_filters_that_find_something_do_so_here(filled_store):
    """So that the tests above compare more than nothing with nothing."""
    for name, values in FIELDS.items():
        found = [find_events(filled_store, Filters(**{name: (str(value),)})).events for value in values]
        assert any(found) or not values, name


def test_documents_and_actors_are_found_by_id(filled_store, everything):
    for one in find_documents(filled_store, limit=3).items:
        check(filled_store, everything, Filters(document=(one["id"],)))
        assert find_events(filled_store, Filters(document=(one["url"],))).rows
    for one in find_actors(filled_store, limit=3).items:
        check(filled_store, everything, Filters(actor=(one["id"],)))


def check(store, everything, filters):
    found = [event["id"] for event in find_events(store, filters, limit=500).events]
    assert found == [event["id"] for event in everything if fits(event, filters)]


@pytest.mark.parametrize("text", ["a\0b", "a\ud800b"])
@pytest.mark.parametrize("name", ["actor", "place", "source", "claimed_by", "document"])
def test_text_that_no_text_has_is_an_error_of_its_filter(filled_store, name, text):
    with pytest.raises(FilterError) as caught:
        find_events(filled_store, Filters(**{name: (text,)}))
    assert caught.value.place == name


@pytest.mark.parametrize("match", MATCHES)
def test_numbers_beyond_any_day_are_just_far(filled_store, everything, match):
    check(filled_store, everything, Filters(window=Window(-(10**30), 10**30), match=match))
    assert find_events(filled_store, Filters(min_reports=10**30)).rows == ()
    page = find_events(filled_store, Filters(window=Window(-(10**30), 10**30)), limit=1)
    assert find_events(filled_store, Filters(), cursor=page.next).rows


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


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(filters=questions)
def test_filters_together_keep_what_each_of_them_keeps(filled_store, everything, filters):
    check(filled_store, everything, filters)


# --- orders and pages


def test_the_list_is_ordered_by_day_width_links_and_id(filled_store, everything):
    ranks = dict(filled_store.database.execute_sql("SELECT id, list_rank FROM event").fetchall())

    def key(event):
        first, last = (
            parse_iso_day(event["when"][side][:-10] if "T" in event["when"][side] else event["when"][side])
            if event["when"][side]
            else None
            for side in ("earliest", "latest")
        )
        day = first if first is not None else last
        width = last - first if first is not None and last is not None else 10**12
        return (day is None, day or 0, width, ranks[event["id"]], event["id"])

    assert [event["id"] for event in everything] == [event["id"] for event in sorted(everything, key=key)]


def test_what_has_no_bound_comes_last_in_both_directions_and_the_rest_is_mirrored(filled_store):
    forward, backward = (
        find_events(filled_store, Filters(), sort=sort, limit=500).events for sort in ("date", "-date")
    )
    is_open = [event["when"]["earliest"] is None and event["when"]["latest"] is None for event in forward]
    count = is_open.count(True)
    assert count > 0
    assert is_open == [False] * (len(forward) - count) + [True] * count
    bounded = [event["id"] for event in forward][: len(forward) - count]
    assert [event["id"] for event in backward][: len(bounded)] == bounded[::-1]
    assert {event["id"] for event in backward} == {event["id"] for event in forward}


@pytest.mark.parametrize("sort", SORTS)
@pytest.mark.parametrize("limit", [1, 7, 50])
def test_pages_give_everything_once_in_order(filled_store, sort, limit):
    filters = Filters(q="night OR border", min_salience=0.1)
    whole = [event["id"] for event in find_events(filled_store, filters, sort=sort, limit=500).events]
    page, found = find_events(filled_store, filters, sort=sort, limit=limit, count=True), []
    assert page.total == len(whole)
    while True:
        found += [event["id"] for event in page.events]
        assert (page.filters, page.sort, page.limit) == (filters, sort, limit)
        if page.next is None:
            break
        page = find_events(filled_store, Filters(), cursor=page.next)
    assert found == whole


@pytest.mark.parametrize(
    ("sort", "key"),
    [("salience", lambda event: (event["salience"], event["id"])), ("updated", lambda event: event["updated"])],
)
def test_sorts_rise_and_fall(filled_store, sort, key):
    for name, is_falling in ((sort, False), (f"-{sort}", True)):
        keys = [key(event) for event in find_events(filled_store, Filters(), sort=name, limit=500).events]
        assert keys == sorted(keys, reverse=is_falling)


def test_by_relevance_what_has_the_word_in_its_headline_comes_first(filled_store):
    found = find_events(filled_store, Filters(q="talk OR night"), sort="relevance", limit=500).events
    tiers = ["Talk" not in event["headline"] for event in found]
    assert tiers == sorted(tiers)
    assert len(set(tiers)) == 2


def test_pages_stay_whole_while_events_are_added(store):
    for number in (5, 1, 9):
        _add(store, number)
    first = find_events(store, Filters(), limit=2)
    for number in (0, 4, 7):
        _add(store, number)
    second = find_events(store, Filters(), cursor=first.next)
    days = [event["when"]["earliest"][-1] for event in first.events + second.events]
    assert days == ["1", "5", "7", "9"]


def _add(store, number):
    told = statement(by="Norland", date=f"2025-01-0{number}" if number else "2024-12-10")
    ingest.record(store, document(told.sentence, f"Day {number}.", url=f"http://day/{number}"), [told])


BROKEN = ["", "x", "!!!", "e30", cursors.seal([]), cursors.seal({"filters": {}}), cursors.seal(None), "é"]


@pytest.mark.parametrize("cursor", BROKEN)
def test_a_broken_cursor_is_an_error_of_the_cursor(filled_store, cursor):
    for find, given_first in ((find_events, [Filters()]), (find_actors, []), (find_documents, [])):
        with pytest.raises(FilterError) as caught:
            find(filled_store, *given_first, cursor=cursor)
        assert caught.value.place == "cursor"


@pytest.mark.parametrize(
    "change",
    [{"sort": "colour"}, {"limit": 0}, {"limit": 10**6}, {"limit": True}, {"key": [1]}, {"key": [0, 2**63, 1, 1, "x"]}, {"key": 5},
     {"key": [0, 1, 1, 1, None]}, {"filters": {"type": "assault"}}, {"filters": {"match": "x"}}, {"filters": {"q": 5}},
     {"filters": {"window": {"start": "x", "end": None}}}, {"filters": {"min_reports": 2**63}}],
)  # fmt: skip
def test_a_forged_cursor_is_an_error_of_the_cursor(filled_store, change):
    content = cursors.unseal(find_events(filled_store, Filters(), limit=1).next)
    forged = {**content, **change, "filters": {**content["filters"], **change.get("filters", {})}}
    with pytest.raises(FilterError) as caught:
        find_events(filled_store, Filters(), cursor=cursors.seal(forged))
    assert caught.value.place == "cursor"


@given(st.text())
def test_no_text_is_a_cursor_by_chance(text):
    with pytest.raises(FilterError):
        cursors.read(text)


# --- single things


def test_an_event_is_the_same_alone_and_in_a_list(filled_store, everything):
    for listed, alone in zip(find_events(filled_store, Filters(), limit=500).events, everything, strict=True):
        kept = {name: alone[name] for name in listed}
        assert kept | {"when": listed["when"]} == listed
        assert listed["when"].items() <= alone["when"].items()
        assert alone["evidence"]
        assert alone["history"][0]["action"] == "created"


def test_links_lead_to_the_other_event(store):
    told = [
        statement("talk", "consult", at="Sund"),
        statement("talk", "consult", start=18, at="Mirton", links=(link("after", 0),)),
    ]
    ingest.record(store, document("There was a talk. There was a talk."), told)
    sund, mirton = (find_events(store, Filters(place=(name,))).events[0] for name in ("Sund", "Mirton"))
    assert get_event(store, mirton["id"])["links"] == [
        {"relation": "after", "event": {"id": sund["id"], "headline": "Talk told"}, "because": "then",
         "sieve": "connective", "strong": True}
    ]  # fmt: skip
    assert get_event(store, sund["id"])["links"] == []


def test_actors_are_listed_by_name_in_pages_with_aliases_and_counts(filled_store, everything):
    page, found = find_actors(filled_store, limit=2), []
    while True:
        found += page.items
        if page.next is None:
            break
        page = find_actors(filled_store, limit=2, cursor=page.next)
    assert [one["name"].casefold() for one in found] == sorted(name.casefold() for name in NAMES)
    for one in found:
        ids = {event["id"] for event in everything for actor in event["actors"] if actor["id"] == one["id"]}
        assert one["events"] == len(ids)
        assert one["aliases"] == [f"{one['name']} alias"]
        assert get_actor(filled_store, one["id"]) == one


@pytest.mark.parametrize(
    ("q", "names"), [("nor", ["Minister of Norland", "Norland"]), ("ESTRIA AL", ["Estria"]), ("%", []), ("_", [])]
)
def test_actors_are_searched_in_names_and_aliases(filled_store, q, names):
    assert [one["name"] for one in find_actors(filled_store, q=q).items] == names


def test_a_search_for_actors_goes_on_over_pages(filled_store):
    first = find_actors(filled_store, q="nor", limit=1)
    assert [one["name"] for one in find_actors(filled_store, cursor=first.next).items] == ["Norland"]


def test_documents_are_listed_latest_first_with_what_was_read(filled_store):
    page = find_documents(filled_store, limit=30)
    rest = find_documents(filled_store, limit=500, cursor=page.next)
    assert [one["url"] for one in page.items + rest.items] == [f"http://made.up/{n}" for n in range(79, -1, -1)]
    one = get_document(filled_store, page.items[0]["id"])
    assert len(one["statements"]) == page.items[0]["statements"]
    assert one["body"].startswith(one["statements"][0]["sentence"])
    assert get_event(filled_store, one["statements"][0]["event"])
    assert one["blocks"] == [{"kind": "text", "start": 0, "end": len(one["body"])}]


@pytest.mark.parametrize("ask", [get_event, get_actor, get_document, ingest.remove])
@pytest.mark.parametrize("identity", ["01ARZ3NDEKTSV4RRFFQ69G5FAV", "", "1", "\0", "\ud800", "x" * 10_000])
def test_an_unknown_id_is_not_found(filled_store, ask, identity):
    with pytest.raises(NotFoundError) as caught:
        ask(filled_store, identity)
    assert not isinstance(caught.value, MergedError)


def test_the_data_version_changes_with_every_write_and_only_then(store):
    versions = [data_version(store)]
    text = document("Nothing is told.", url="http://x")
    for write in (
        lambda: ingest.record(store, text, []),
        lambda: ingest.remove(store, find_documents(store).items[0]["id"]),
    ):
        write()
        versions.append(data_version(store))
    assert versions == sorted(set(versions))
    find_events(store, Filters())
    assert data_version(store) == versions[-1]


def test_changes_are_given_in_order_after_a_number(filled_store):
    every = find_changes(filled_store, limit=10_000)
    numbers = [change["sequence"] for change in every]
    assert numbers == sorted(set(numbers))
    assert find_changes(filled_store, since=numbers[4], limit=3) == every[5:8]
