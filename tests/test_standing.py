"""How firmly ordinary news tells a thing: who only alleges it, what is still to come, what is known whatever is said of it."""

import pytest

from tests.telling import one, told
from timeline.model.statement import Status

PRIVATISED = (
    "The Punjab government has shelved plans to privatise 37 public hospitals after a three-week strike by doctors that left "
    "outpatient wards shut across the province."
)
HEARD_BY_HER = (
    '"They slept," said Amina Juma, who lives next door. She said police had dragged the men out and shot them.'
)


@pytest.mark.parametrize(
    ("text", "trigger", "status"),
    [
        ("Peru's prime minister, Ana Solis, said Chile had shelled two villages on Sunday.", "shelled", Status.ALLEGED),
        ("Opening the case, Martin Reed QC said Hale had sold the ring in Hull.", "sold", Status.ALLEGED),
        ("Nora Reed, prosecuting, said Hale set up a bogus firm in 2019.", "set", Status.ALLEGED),
        ("Prosecutor Gert Nel rejected that. He said Kruger had shot her in the hall.", "shot", Status.ALLEGED),
        ("His solicitor said Stead had found the ring in a park.", "found", Status.ALLEGED),
        ("Prosecutors said police had detained two men on Monday.", "detained", Status.ASSERTED),
        ("Prosecutors say they are investigating tax evasion at the mill.", "investigating", Status.ASSERTED),
        ("Police spokesman Musa Bello said the suspects had kidnapped six boys.", "kidnapped", Status.ALLEGED),
        ("Two people familiar with the matter said the firm had sold its mine.", "sold", Status.ALLEGED),
        ("One of the men allegedly tried to rob the bank.", "rob", Status.ALLEGED),
        ("The fungus was probably brought in by a sailor.", "brought", Status.ALLEGED),
        ("A survivor told an aid worker that the smugglers had killed two boys.", "killed", Status.ALLEGED),
        (HEARD_BY_HER, "shot", Status.ALLEGED),
        ("The nurses said they would not come back until the director resigned.", "resigned", Status.HYPOTHETICAL),
        ("If the talks fail, the union warned, drivers will walk out on Friday.", "walk", Status.HYPOTHETICAL),
        ("He faces deportation to Chad after losing his case.", "deportation", Status.PLANNED),
        ("She faces charges of arson and murder.", "charges", Status.ASSERTED),
        ("Two ministers quit on Sunday ahead of elections in Peru.", "elections", Status.PLANNED),
        ("The coup came six weeks before federal elections.", "elections", Status.PLANNED),
        ("The court ordered a new trial for Anna Hale.", "trial", Status.PLANNED),
        ("The strike of the crews, which began on 27 May, was called off.", "strike", Status.ASSERTED),
        (PRIVATISED, "strike", Status.ASSERTED),
        ("The club denied reports that it plans to sell its striker to Wexham.", "sell", Status.DENIED),
        ("A beekeeper is thought to have started the blaze on Saturday.", "blaze", Status.ASSERTED),
        ("Peru accused troops of killing two boys before they withdrew last week.", "withdrew", Status.ASSERTED),
        ("Talks between the two clans, held in Oslo last week, were to resume.", "Talks", Status.ASSERTED),
        ("Raduva was cleared on Monday of biting a rival in last week's win over Japan.", "win", Status.ASSERTED),
        ("He persuaded Kenya to sign the treaty on Monday.", "sign", Status.ASSERTED),
    ],
)
def test_words_beside_and_above_it_say_how_it_stands(text, trigger, status):
    assert one(text, trigger).claim.status is status


@pytest.mark.parametrize(
    ("text", "trigger", "by"),
    [
        ("The minister told the nation in an address that the envoy had been expelled.", "expelled", ("minister",)),
        ("Mr Hale told reporters he had been sacked on Friday.", "sacked", ("Hale",)),
        ("Mr Hale is thought to have been chosen by the emir himself.", "chosen", ()),
        ("A man was murdered on Sunday, the judge concluded.", "murdered", ("judge",)),
        ("Forecasters expect the river to flood the harbour on Friday.", "flood", ("forecasters",)),
        ("In Kita, where, Mr Bo alleged, buses carried voters to the polls, all was calm.", "carried", ("Bo",)),
    ],
)
def test_who_tells_or_foresees_it_is_named(text, trigger, by):
    assert one(text, trigger).claim.claimed_by == by


def test_what_somebody_is_only_to_be_persuaded_of_is_not_told():
    found = {statement.trigger.text for statement in told("Envoys are trying to persuade Kenya to accept the deal.")}
    assert "accept" not in found
