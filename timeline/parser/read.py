"""Read: a Document with its Sentences to Statements. Runs the steps of the parser in order; each step lives in its own module."""

import datetime
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from timeline.model.document import BlockKind, Document
from timeline.model.sentence import Sentence
from timeline.model.statement import Claim, Link, Relation, Statement, Trigger
from timeline.model.time import TimeExpression, When
from timeline.parser.actors.cast import Cast
from timeline.parser.actors.voices import voices
from timeline.parser.anchor.ages import with_ages
from timeline.parser.anchor.ahead import ahead, counted_ahead
from timeline.parser.anchor.anchor import date_mentions
from timeline.parser.anchor.bygone import with_bygone
from timeline.parser.anchor.cancelled import planned_days, without_plans
from timeline.parser.anchor.columns import with_titles
from timeline.parser.anchor.coming import with_coming
from timeline.parser.anchor.dating import when
from timeline.parser.anchor.diary import Page, by_then, days_above, entries, is_list, live_hours, with_entries
from timeline.parser.anchor.edges import edged, find_edges
from timeline.parser.anchor.figures import with_quarters
from timeline.parser.anchor.held import Held, hold
from timeline.parser.anchor.moved import moved_days, with_moved, without_choices
from timeline.parser.anchor.reporting import find_reports, reported
from timeline.parser.anchor.retold import with_days, with_named
from timeline.parser.anchor.sharing import Dated
from timeline.parser.anchor.terms import terms
from timeline.parser.anchor.weekly import in_turn
from timeline.parser.claims.checked import checked
from timeline.parser.claims.claims import claim
from timeline.parser.claims.denials import disowned, with_denials
from timeline.parser.claims.undone import called_off, without_twins
from timeline.parser.claims.unsaid import is_unsaid
from timeline.parser.claims.vouched import vouched
from timeline.parser.headlines.headline import headline
from timeline.parser.locations.headed import with_headings
from timeline.parser.locations.homes import with_homes
from timeline.parser.locations.locations import find_location
from timeline.parser.locations.setting import with_setting
from timeline.parser.mentions.ample import obliged
from timeline.parser.mentions.doings import protagonists
from timeline.parser.mentions.draft import Draft
from timeline.parser.mentions.mention import Mention
from timeline.parser.mentions.mentions import find_mentions, lemmas
from timeline.parser.mentions.scene import is_story
from timeline.parser.mentions.theme import is_on_business, with_theme
from timeline.parser.mentions.typed import OTHER, with_types
from timeline.parser.mentions.worth import Worth, weigh
from timeline.parser.order.answers import with_answered
from timeline.parser.order.bulletin import put_before, since_news
from timeline.parser.order.case import told_of_case, without_course
from timeline.parser.order.counting import count_on, with_lengths, with_terms
from timeline.parser.order.ended import with_ended
from timeline.parser.order.grounds import SIEVE as GROUNDS
from timeline.parser.order.guess import with_guesses
from timeline.parser.order.hindsight import looked_back, with_hindsight
from timeline.parser.order.hours import within_hours
from timeline.parser.order.items import within_items
from timeline.parser.order.lead import find_news
from timeline.parser.order.match import of_match
from timeline.parser.order.order import OPPOSITE, Sieve, bound, find_order
from timeline.parser.order.recalled import recalled
from timeline.parser.order.rounds import earlier_rounds, series
from timeline.parser.order.sequence import Order, Told
from timeline.parser.order.shut import with_reopenings
from timeline.parser.order.signs import story
from timeline.parser.order.stays import with_stays
from timeline.parser.order.telling import Telling
from timeline.parser.quantities.quantities import find_quantities
from timeline.parser.quantities.tallies import with_tallies
from timeline.parser.retelling.bystanders import without_bystanders
from timeline.parser.retelling.details import without_details
from timeline.parser.retelling.doublets import without_doublets
from timeline.parser.retelling.pointing import Drafts, without_pointers
from timeline.parser.retelling.repetition import without_announcements, without_echoes, without_repetitions
from timeline.parser.retelling.talk import quotations, without_talk
from timeline.parser.retelling.twice import told_twice
from timeline.parser.roles.accused import with_accused
from timeline.parser.roles.bids import with_bids
from timeline.parser.roles.counterparts import with_counterparts
from timeline.parser.roles.focus import with_focus
from timeline.parser.roles.lifted import with_lifted
from timeline.parser.roles.marriages import with_spouses
from timeline.parser.roles.natives import with_countries
from timeline.parser.roles.parties import with_defendants, with_mourned, with_parties, with_recipients
from timeline.parser.roles.roles import assign_roles
from timeline.parser.salience import saliences
from timeline.parser.sentences.narrated import narrated
from timeline.parser.sentences.repair import repaired, with_known_names
from timeline.parser.sentences.standins import with_nouns
from timeline.parser.sentences.tree import Tree
from timeline.parser.times.times import tag


def read(
    document: Document, sentences: Sequence[Sentence], sieves: Sequence[Sieve] | None = None
) -> tuple[Statement, ...]:
    """The Statements of a Document in text order. () for a text in a language there are no rules for.

    `sieves` are those that put them in order, in their rank; all when None.
    """
    if not document.is_readable:
        return ()
    expressions = with_titles(document, tag(document))
    heads = entries(document, expressions)
    hours = live_hours(document, expressions)
    expressions = with_entries(expressions, heads, hours)
    mended = [repaired(sentence) for sentence in with_nouns(with_known_names(sentences))]
    regions = [(min(one.day.start, one.start), one.start, one.end) for one in heads]
    present = narrated(mended, [*regions, *hours])
    page, trees = Page(heads, present.now, is_list(document)), [Tree(sentence) for sentence in present.sentences]
    cast = Cast(trees, voices(document, sentences), document.place)
    words = lemmas(*trees)
    texts = [tree for tree in trees if tree.sentence.kind is BlockKind.TEXT]
    focus = protagonists(cast, texts)
    found, worth = find(texts, cast, words, focus)
    mentions = with_types(found, is_story=is_story(words))
    drafts = _drafts(document, mentions, cast, expressions, is_story(words), page, worth)
    told = without_details(without_talk(drafts, quotations(document.body))) if is_story(words) else drafts
    heard = {cast.actor(member) for member in focus}
    told = without_announcements(without_echoes(told), heard, is_business=is_on_business(mentions))
    told = worth.kept(drafts, without_bystanders(without_repetitions(told), texts))
    told = without_doublets(told, worth)
    told = with_tallies(told, texts, cast)
    told = with_headings(told, document, tuple(cast.countries))
    told = with_homes(with_setting(told, cast, document.place), cast, is_list=page.is_list or len(page.entries) > 1)
    told = with_lifted(with_spouses(with_mourned(with_defendants(with_accused(with_countries(told)))), cast))
    told = with_bids(told, texts, cast)
    told = with_answered(with_focus(with_recipients(with_parties(told, cast, trees), cast), cast), cast, texts)
    told = with_ended(with_named(with_days(with_denials(with_counterparts(told, cast), texts))), document.published)
    dated = with_quarters(with_ages(told), expressions)
    drafts, whens, order = _in_time(dated, texts, expressions, document.published, sieves, page)
    before = {tree.sentence.index: previous for previous, tree in pairwise(texts)}
    links, weights = _links(drafts, order), saliences(drafts, whens, worth)
    return tuple(
        _statement(
            document, draft, found, headline(draft, cast, before.get(draft.mention.tree.sentence.index)), own, weight
        )
        for draft, found, own, weight in zip(drafts, whens, links, weights, strict=True)
    )


def find(
    texts: Sequence[Tree], cast: Cast, words: frozenset[str], focus: frozenset[int]
) -> tuple[list[Mention], Worth]:
    """What a text tells, of the types that rows and its theme give, and how likely each is; `words` are its lemmas."""
    found = [mention for tree in texts for mention in find_mentions(tree, cast, words, focus)]
    found, worth = weigh(found, texts, cast, words, focus) if is_story(words) else (found, Worth({}))
    return with_theme(found, cast), worth


def _in_time(
    drafts: Sequence[Draft],
    texts: Sequence[Tree],
    expressions: Sequence[TimeExpression],
    published: datetime.date | None,
    sieves: Sequence[Sieve] | None,
    page: Page,
) -> Drafts:
    """The drafts without those that only point back, their Whens as all that the text tells bounds them, and their order."""
    stated = Telling(Told(draft.mention, draft.claim.status, draft.when, draft.echoes) for draft in drafts)
    news = find_news(texts, expressions, published)
    cases = told_of_case(stated, None if news is None else news.sentence)
    order = without_course(within_items(find_order(stated, sieves), stated, page), cases)
    whens = with_bygone(drafts, published)
    counted = count_on(drafts, whens, order, expressions)
    back = looked_back(stated, counted, order, news)
    grounds = {link.one for link in order if link.sieve == GROUNDS}
    older = recalled(stated, counted, news).union(back, earlier_rounds(stated), grounds)
    order = with_hindsight(order, back)
    older = older.union(put_before(news, bound(counted, order)))
    whens = since_news(stated, whens, news, cases, older)
    whens = with_stays(drafts, _bounded(drafts, whens, order, expressions), news)
    at = story(stated, whens, news, published, texts, expressions, older)
    whens = of_match(at, with_guesses(at, cases.union(back)))
    return without_pointers(drafts, whens, order, texts)


def _bounded(
    drafts: Sequence[Draft], whens: Sequence[When], order: Sequence[Order], expressions: Sequence[TimeExpression]
) -> tuple[When, ...]:
    """The Whens of the drafts, moved by links; twice, since a happening that these have dated may date another."""
    mentions = [draft.mention for draft in drafts]
    for _ in range(2):
        whens = bound(within_hours(mentions, count_on(drafts, whens, order, expressions), order), order)
    whens = with_terms(drafts, with_lengths(drafts, whens, expressions), expressions)
    return with_reopenings(drafts, whens, expressions)


def _drafts(
    document: Document,
    mentions: Sequence[Mention],
    cast: Cast,
    expressions: Sequence[TimeExpression],
    is_long: bool,
    page: Page,
    worth: Worth,
) -> list[Draft]:
    claims = [obliged(mention, claim(mention, cast)) if is_long else claim(mention, cast) for mention in mentions]
    found = zip(mentions, claims, strict=True)
    kept = without_twins([(m, c) for m, c in found if not is_unsaid(m, c, is_long, worth.dense(m))])
    told = [(mention, vouched(mention, disowned(mention, found, cast), cast)) for mention, found in kept]
    told = [(mention, _spoken(mention, found, cast)) for mention, found in without_plans(checked(document.body, told))]
    told, times, dated = _dated(told, expressions, page, document.published)
    edges = find_edges([mention for mention, _ in told], times)
    countries, today = tuple(cast.countries), document.published
    reports = find_reports(told, times)
    whens = [
        reported(when(mention, found.status, dated.get(n), today), found.status, reports.get(n), today)
        for n, (mention, found) in enumerate(told)
    ]
    return [
        Draft(
            mention,
            found,
            assign_roles(mention, cast),
            find_location(mention, cast, countries),
            dated.get(n),
            by_then(edged(whens[n], mention, found.status, edges.get(n), today), mention, found.status, page),
        )
        for n, (mention, found) in enumerate(told)
    ]


def _dated(
    told: list[tuple[Mention, Claim]],
    expressions: Sequence[TimeExpression],
    page: Page,
    published: datetime.date | None,
) -> tuple[list[tuple[Mention, Claim]], list[Held], Dated]:
    """What is told, planned where its date says so; the expressions that may date it, and which dates which."""
    times = hold([mention for mention, _ in told], expressions)
    times = in_turn(with_coming(times, published), published)
    told = without_choices(told, times)
    said, moved = [mention for mention, _ in told], moved_days(told, times, published)
    dated = {**date_mentions(said, times, published), **terms(said, times)}
    dated = {**dated, **planned_days(told, times, published), **moved}
    told = with_moved(told, moved, published)
    dated.update(days_above([(mention, found.status) for mention, found in told], dated, page))
    told = [(mention, ahead(mention, found, dated.get(n), published, page)) for n, (mention, found) in enumerate(told)]
    return told, times, dated


def _spoken(mention: Mention, found: Claim, cast: Cast) -> Claim:
    """What somebody tells in a transcript is said by him."""
    voice = None if found.claimed_by else cast.voices.member(cast.memory, mention.tree.sentence.index)
    return found if voice is None else replace(found, claimed_by=(cast.actor(voice).name,))


def _links(drafts: Sequence[Draft], order: Sequence[Order]) -> list[list[Link]]:
    """The links of each of the Statements, from both sides; a tally with the one that it gives another number of."""
    mentions = [draft.mention for draft in drafts]
    found = [
        [Link(Relation.SAME, mentions.index(draft.again), "another number", "tally")]
        if draft.again is not None and draft.again in mentions
        else []
        for draft in drafts
    ]
    for number, same in told_twice(drafts):
        found[number].append(same)
    for link in order:
        found[link.one].append(Link(link.relation, link.other, link.because, link.sieve, link.is_strong))
    for link in order:
        is_strong = link.is_strong and link.relation is not Relation.DURING  # the whole is not within its part
        found[link.other].append(Link(OPPOSITE[link.relation], link.one, link.because, link.sieve, is_strong))
    return found


def _statement(
    document: Document, draft: Draft, found: When, line: str, links: Sequence[Link], salience: float
) -> Statement:
    mention, tree = draft.mention, draft.mention.tree
    token, sentence = tree[called_off(mention)], tree.sentence
    return Statement(
        sentence=document.body[sentence.start : sentence.end],
        start=sentence.start,
        end=sentence.end,
        trigger=Trigger(document.body[token.start : token.end], token.start, token.end),
        lemma=mention.lemma,
        headline=line,
        type=OTHER if mention.is_guessed else mention.row.type,
        mode=mention.row.mode,
        when=found,
        roles=draft.roles,
        place=draft.place,
        quantities=(draft.number,) if draft.number else find_quantities(mention),
        claim=counted_ahead(mention, draft.claim, found, document.published),
        links=tuple(links),
        series=series(mention),
        salience=salience,
    )
