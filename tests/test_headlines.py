"""A Statement in one short line that can be read alone."""

import json

import pytest

from tests.telling import HERE, corpus, one, told
from timeline.intake.record import record_document
from timeline.intake.syntax import parse, parse_all
from timeline.parser.headlines.line import LONGEST
from timeline.parser.known.forms import past
from timeline.parser.read import read


@pytest.mark.parametrize(
    ("text", "trigger", "wanted"),
    [
        ("Acme was founded in Lima in 1922 and bought by a rival in 2016.", "bought", "Acme was bought by a rival"),
        (
            "Peru's trade ministry called the move bold and said it was late.",
            "said",
            "Peru's trade ministry said it was late",
        ),
        ("It was the second walkout at the port.", "walkout", "Second walkout at the port"),
        ("It is the second walkout this year.", "walkout", "Second walkout"),
        ("The brother denies this.", "denies", "Brother denies this"),
        ("The mayor is accused of having taken bribes.", "bribes", "Mayor took bribes"),
        (
            "Peru lost a ship. Chad finished bottom of their group on Sunday.",
            "finished",
            "Chad finished bottom of their group",
        ),
        ("The pilot was held in May and released in July.", "released", "Pilot was released"),
        (
            "Norway brought the two sides together in Oslo on Monday.",
            "brought",
            "Norway brought the two sides together in Oslo",
        ),
        ("Brann beat Molde 3-1 in Bergen on Sunday.", "beat", "Brann beat Molde 3-1 in Bergen"),
        (
            "The foreign ministers of the Republic of Congo and Angola signed a pact on Friday.",
            "signed",
            "Foreign ministers of the Republic of Congo and Angola signed a pact",
        ),
        ("The clan answered with an ambush on Friday.", "ambush", "Clan answered with an ambush"),
        ("Anna Blau said the mill was old; she had not seen it.", "said", "Anna Blau said the mill was old"),
        (
            "Tourists have stayed away since the wall of a dam near Porto burst in March.",
            "burst",
            "Wall of a dam near Porto burst",
        ),
        (
            "Two aides with knowledge of the meeting said it had collapsed on 3 May 2024.",
            "collapsed",
            "Meeting had collapsed",
        ),
        ("The builder walked away in June.", "walked", "Builder walked away"),
        ("Residents of Lima recalled the flood that killed nine people.", "killed", "Flood killed nine people"),
        ("Norway condemned the attack in Lima.", "attack", "Attack in Lima"),
        ("It rained in Lima on 3 May 2024.", "rained", "It rained in Lima"),
        ("Gunmen stormed a bank in Lima, seizing two clerks.", "seizing", "Gunmen seized two clerks"),
        ("Police failed to arrest the mayor in Lima.", "arrest", "Police failed to arrest the mayor in Lima"),
        ("The dam, which Peru built in 1950, broke.", "built", "Peru built dam"),
        ("The dam that Peru built in 1950 broke.", "broke", "Dam broke"),
        ('"The dam will hold," said the engineer Rosa Pinto.', "said", "Engineer Rosa Pinto said: The dam will hold"),
        ("The plan to close the harbour was dropped.", "dropped", "Plan to close the harbour was dropped"),
        ("Prosecutors asked for ten years and may themselves appeal.", "appeal", "Prosecutors may appeal"),
        ("The banner, which the museum is to restore, was found.", "restore", "Museum to restore banner"),
        (
            "Talks in Lima, due to open in May, have been called off.",
            "Talks",
            "Talks in Lima, due to open, have been called off",
        ),
        ("Peru, Chad and Mali have called off talks.", "talks", "Peru, Chad and Mali have called off talks"),
        ("The miners' union called a strike in Lima.", "strike", "Miners' union called a strike in Lima"),
        ("The deal ended fighting that broke out in Lima on 3 May.", "broke", "Fighting broke out in Lima"),
        ("Doctors said those who fell ill in Lima on Monday were well again.", "fell", "Those who fell ill in Lima"),
        ("Anna Blau, whose father died in Lima in 2015, sued.", "died", "Anna Blau’s father died in Lima"),
        (
            "A boat sank on Friday and at least sixty people were feared drowned.",
            "drowned",
            "Sixty people were feared drowned",
        ),
        ("Talks resumed in Lima on Friday, a year after they broke down.", "broke", "Talks broke down"),
        (
            "The mayor failed to stop the closure of the mill.",
            "closure",
            "Closure of the mill",
        ),
        ("Without signing the pact, the envoy left Lima.", "signing", "Envoy did not sign the pact"),
        ("The mayor Anna Blau (Labour) was arrested in Lima.", "arrested", "Mayor Anna Blau was arrested in Lima"),
        ("The raid on Mirton came as envoys met in Sund.", "raid", "Raid on Mirton"),
        ("The governor, Ann Lee, signed the law on Friday.", "signed", "Governor Ann Lee signed the law"),
        (
            "A Peruvian carrier, Andina Air, sued the port in Lima.",
            "sued",
            "Peruvian carrier Andina Air sued the port in Lima",
        ),
        (
            "Ann Lee, the chancellor, flew to Lima. The chancellor condemned the raid.",
            "condemned",
            "Ann Lee condemned the raid",
        ),
        (
            "Peru and Chad fought for a year. Both sides signed a truce in Lima.",
            "signed",
            "Peru and Chad signed a truce in Lima",
        ),
        ("The mayor of Lima, Ann Lee, was sacked. A mayor in Peru was shot.", "shot", "Mayor in Peru was shot"),
        (
            "A clerk found a butt in the store. DNA on it convicted Raymond Tuck.",
            "convicted",
            "DNA on it convicted Raymond Tuck",
        ),
        ("A bank hired Kessel to advise it in Lima.", "hired", "Bank hired Kessel to advise it in Lima"),
        ("A caller saw a bear. It left the park in Lima.", "left", "It left the park in Lima"),
        ("The bus to Lima left at five. She died on it on Friday.", "died", "She died on bus to Lima"),
        ("The siege of Mirton lasted nine months.", "siege", "Siege of Mirton lasted nine months"),
        ("The quay burned after what guards called a drone attack from Peru.", "attack", "Drone attack from Peru"),
    ],
)
def test_a_headline_can_be_read_alone(text, trigger, wanted):
    assert one(text, trigger).headline == wanted


def test_a_headline_of_a_word_without_end_is_its_beginning():
    word = "Q" * 2 * LONGEST
    for text in (
        f"{word} killed nine men in Lima.",
        f"{word} was elected president.",
        f"The {word} attack killed nine men.",
    ):
        assert all(len(each.headline) <= LONGEST for each in told(text))
        assert told(text)


@pytest.mark.parametrize("name", ["news-texts", "notes-texts"])
def test_a_headline_can_be_printed(name):
    lines = (HERE / "corpus" / "readings" / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    documents = [record_document(json.loads(line), place=name) for line in lines]
    headlines = [one.headline for document, found in parse_all(documents) for one in read(document, found)]
    assert headlines
    for headline in headlines:
        first, *rest = headline.split()
        assert not headline[:1].islower()
        assert len(headline) <= LONGEST
        assert first.lower().strip("’'") not in {"he", "she", "who", "which", "him", "them", "to", "said", "says"}
        assert headline.count("(") == headline.count(")")
        assert headline.count("“") == headline.count("”")
        assert ", ," not in headline
        assert " ," not in headline
        assert (rest or [first])[-1].lower() not in {
            "the",
            "a",
            "an",
            "of",
            "and",
            "or",
            "its",
            "his",
            "their",
            "which",
        }


@pytest.mark.parametrize(
    ("lemma", "wanted"),
    [("kill", "killed"), ("seize", "seized"), ("deny", "denied"), ("deploy", "deployed"), ("ban", "banned"), ("sell", "sold"),
     ("visit", "visited"), ("fix", "fixed"), ("commit", "committed"), ("raid", "raided")],
)  # fmt: skip
def test_a_verb_has_its_past(lemma, wanted):
    assert past(lemma) == wanted


@pytest.mark.parametrize(
    ("text", "headlines"),
    [
        ("The freighter caught fire a day after it left Callao.", ["Freighter caught fire", "Freighter left Callao"]),
        ("The trawler struck a reef a day after it left Vigo.", ["Trawler struck a reef", "Trawler left Vigo"]),
        ("A plane crashed minutes after it took off from Lima.", ["Plane crashed", "Plane took off from Lima"]),
        ("The drone exploded seconds before it hit the tower.", ["Drone exploded", "Drone hit the tower"]),
    ],
)
def test_it_goes_on_with_what_something_happened_to(text, headlines):
    assert [each.headline for each in told(text)] == headlines


@pytest.mark.parametrize(
    ("text", "headlines"),
    [
        ("The defence said it would appeal.", ["Defence would appeal"]),
        ("Pakistan wants a mechanism and written assurances that no rebel will cross.", []),
        ("Islamabad has neither claimed the strikes nor disowned them.", ["Strikes"]),
    ],
)
def test_a_headline_says_what_was_done(text, headlines):
    assert [each.headline for each in told(text)] == headlines


def test_what_was_tried_is_told_once():
    (border,) = [json.loads(line) for line in corpus() if "tried to cross the border" in line]
    document = record_document(border, place="corpus")
    (found,) = [each for each in read(document, parse(document)) if each.headline.startswith("Fighters tried")]
    assert found.when.basis == "resolved"
