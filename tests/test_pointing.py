"""A noun that only points back to what its text, or other texts, tell is not told again; one of which something is said is."""

import re

import pytest

from timeline.intake.record import record_document
from timeline.intake.syntax import parse
from timeline.parser.read import read

MARK = re.compile(r"\[([^\]]+)\]")
POINTING = (
    "Thieves broke into a jeweller's in Antwerp on Sunday. Police have no suspects in the [burglary].",
    "Bakers in Lyon stopped work on Monday. Most of their customers stayed at home during the [strike].",
    "A freight train left the rails near Cordoba on Friday. The line was reopened five days after the [accident].",
    "Peru and Chile signed a fishing treaty in 2003. Trawlers on both sides ignored the [agreement].",
    "The court jailed the surgeon for four years on Tuesday. His sister fainted as the [verdict] was read.",
    "Two gunmen robbed a bank in Leeds on Thursday. Nobody has claimed the reward offered after the [robbery].",
    "Lightning set fire to a windmill at Kinder on Saturday. The insurers will pay for the [blaze].",
    "Rebels shelled the airfield at Tolo on Wednesday. It was the third [attack] on the airfield in a month.",
    "Delta Foods bought a rival for 90 million euros in June. Its chairman opposed the [purchase].",
    "Six climbers were buried by an avalanche on Monday. Their families blame the guide for the [disaster].",
    "Students marched through Quito on Friday. A bishop blessed the [march].",
    "A glider crashed near Reims on Saturday, the second such [crash] in a month.",
    "A tram derailed in Graz on Sunday, injuring nine, the fourth [derailment] on the line since May.",
    "A fire broke out at a mill in Ruda on Sunday. It was the third [fire] there this year.",
    "Oslo recalled its envoy from Minsk on 3 May. Sweden called the [decision] a mistake.",
)
TELLING = (
    "Thieves broke into a jeweller's in Antwerp on Sunday. They had fled, as after a [burglary] in Ghent in 2012.",
    "Bakers in Lyon stopped work on Monday. They called off a [strike] by millers.",
    "A freight train left the rails near Cordoba on Friday. The [accident] took place at 4 a.m. on Friday.",
    "The court jailed the surgeon for four years on Tuesday. The [verdict] of an appeal court in 1999 had freed him.",
    "Two gunmen robbed a bank in Leeds on Thursday. The mayor recalled the [murder] of a cashier in Hull.",
    "Lightning set fire to a windmill at Kinder on Saturday. Villagers held a [vigil] for the miller.",
    "Rebels shelled the airfield at Tolo on Wednesday. The army denied the [attack].",
    "A lamp fell over in a mill at Kinder on Saturday. The [blaze] destroyed nine barns.",
    "A tram derailed in Graz on Sunday. The fourth [derailment] on the line, in May, had killed nine people.",
    "After a quake on Friday, the first [aftershock] hit the town of Graz on Saturday.",
    "The [march] on parliament went on through the night. Nobody was hurt.",
)


@pytest.mark.parametrize("text", POINTING)
def test_a_noun_that_only_points_back_is_not_told(text: str) -> None:
    assert not is_told(text)


@pytest.mark.parametrize("text", TELLING)
def test_a_noun_of_which_something_is_said_is_told(text: str) -> None:
    assert is_told(text)


def is_told(text: str) -> bool:
    """Whether the marked word is in the words of a Statement's trigger."""
    document = record_document({"text": MARK.sub(r"\1", text), "published": "2014-07-08"})
    start = text.index("[")
    return any(one.trigger.start <= start < one.trigger.end for one in read(document, parse(document)))
