"""What almost happened, what a story or a drill tells, what is taken back, and what was to be done by what came to nothing."""

import datetime

import pytest

from tests.telling import one, told
from timeline.model.statement import Status

DAY = datetime.date(2025, 10, 29)


@pytest.mark.parametrize(
    ("text", "trigger", "status"),
    [
        ("The roof of the market almost collapsed on Tuesday.", "collapsed", Status.NEGATED),
        ("Two kayakers nearly drowned off Kinsale on Friday.", "drowned", Status.NEGATED),
        ("Exports of tin nearly doubled in May.", "doubled", Status.ASSERTED),
        ("The mayor apologised for saying that the baker had been arrested.", "arrested", Status.DENIED),
        ("The mayor confirmed on Friday that the baker had been arrested.", "arrested", Status.ASSERTED),
        ("The mine, defused on Friday, would have killed nine people, a sapper said.", "killed", Status.HYPOTHETICAL),
        ("The bank said it would sell its gold in May.", "sell", Status.PLANNED),
        ("The airline said it had no plans to cut jobs.", "cut", Status.NEGATED),
        ("The airline said it had plans to cut jobs.", "cut", Status.PLANNED),
        ("She said the appeal would be dropped and the libraries reopened by Easter.", "reopened", Status.PLANNED),
        ("The mayor said she would resign after the budget is passed.", "passed", Status.PLANNED),
        ("Norway proposed a conference on cod in Bergen next March.", "conference", Status.PLANNED),
        ("A clip that appears to show guards beating a prisoner was posted on Sunday.", "beating", Status.ALLEGED),
        ("A clip that shows guards beating a prisoner was posted on Sunday.", "beating", Status.ASSERTED),
        ("Chad accuses Peru of arming the rebels, a charge Lima has always denied.", "accuses", Status.ASSERTED),
        ("Chad accuses Peru of arming the rebels, a charge Lima has always denied.", "arming", Status.ALLEGED),
        ("Peru said Chad had burned two farms, a claim that Chad called a lie.", "called", Status.ASSERTED),
        ("The colonel was accused of ordering the killing of nine nuns in 1981.", "killing", Status.ALLEGED),
        ("The colonel denied ordering the killing of nine nuns in 1981.", "killing", Status.DENIED),
        ("The driver has not admitted killing the girl.", "killing", Status.ALLEGED),
        ("Talks that were to end the dockers' strike were called off on Monday.", "strike", Status.ASSERTED),
        ("Talks that were to end the dockers' strike were called off on Monday.", "Talks", Status.CANCELLED),
        ("A baker thwarted a robbery in Lyon on Friday by tripping the thief.", "robbery", Status.NEGATED),
        ("A coup would be a disaster, the bishop said. A coup took place in 1980.", "coup", Status.ASSERTED),
        ("Two guards were cleared on Friday of killing a monk during a protest in 2019.", "protest", Status.ASSERTED),
        ("Reports of a shooting at a mall in Ohio on Saturday were false.", "shooting", Status.DENIED),
        ("Reports of a shooting at a mall in Ohio on Saturday were confirmed.", "shooting", Status.ALLEGED),
        ("The rebels denied that they had kidnapped the nuns and blamed the army.", "blamed", Status.ASSERTED),
        ("The mayor denied that there had been a raid and accused a union of lies.", "accused", Status.ASSERTED),
        ("The union denied that its men were involved and accused the mayor of lies.", "accused", Status.ASSERTED),
        ("The rebels denied that they had kidnapped the nuns and burned the abbey.", "burned", Status.DENIED),
        ('Papers said he collapsed in Tamale. "He did not collapse," his wife said.', "collapsed", Status.ALLEGED),
        ("Papers said he collapsed in Tamale. His wife said he fell asleep.", "collapsed", Status.ASSERTED),
        ("The two kings came close to signing a deal in Doha in June.", "deal", Status.NEGATED),
        ("The two kings came to Doha in June after signing a deal.", "deal", Status.ASSERTED),
        ("According to leaked papers, the bank sold its gold to Peru in 2012.", "sold", Status.ALLEGED),
        ("No one disputes that the guards opened fire first.", "opened", Status.ASSERTED),
        ("The union disputes that the guards opened fire first.", "opened", Status.DENIED),
        ("The coast guard denied accusations that it had fired on the raft.", "fired", Status.DENIED),
        ("Neither the king nor the rebels have signed the accord.", "signed", Status.NEGATED),
        ("Both the king and the rebels have signed the accord.", "signed", Status.ASSERTED),
        ("The union decided against a strike on Monday.", "strike", Status.NEGATED),
        ("The curfew will not be lifted before 9 November, the governor said.", "lifted", Status.PLANNED),
        ("The curfew will not be lifted, the governor said.", "lifted", Status.NEGATED),
        ("The dockers called off their strike on Monday.", "strike", Status.CANCELLED),
    ],
)
def test_a_status_is_that_of_a_careful_reader(text, trigger, status):
    assert one(text, trigger, DAY).claim.status is status


@pytest.mark.parametrize(
    ("text", "triggers"),
    [
        ("In the film, a detective kills his partner and flees to Mexico.", []),
        ("Olga Grant plays a nurse who poisons her patients in Hull.", []),
        ("Her new thriller follows two sisters who rob a bank in Naples.", []),
        ("A mock trial of the emperor was held in Paris on Saturday.", []),
        ("Thieves stole fake rubies from a museum in Ghent on Saturday.", ["stole"]),
        ("An exercise on Tuesday simulated an attack on the port of Kobe.", ["simulated"]),
        ("A meeting that was to bring the two kings together in Vienna did not take place.", ["meeting"]),
        ("A flight that was to carry the envoy to Rome was cancelled.", ["cancelled"]),
        ("Amnesty said on Monday that guards had beaten prisoners in Kita.", ["beaten"]),
        ("Talks that were meant to end the siege of Kita broke up in March.", ["Talks", "broke"]),
        ("Analysts had expected a third bid.", []),
        ("Police prevented an attack on a synagogue that was to have been carried out on Friday.", ["attack"]),
        ("Should the talks fail, the union would call a strike, its leader said.", []),
        ("Nepal has banned climbers from scaling Everest alone.", ["banned"]),
        ("It would be wrong to bomb the city, the bishop said.", []),
        ("The first round of talks failed on Thursday.", ["round"]),
    ],
)
def test_only_what_was_done_is_told(text, triggers):
    assert [statement.trigger.text for statement in told(text, DAY)] == triggers


def test_a_year_counts_no_dead():
    statement = one("The emir took part in the massacre of 1982.", "massacre", DAY)
    assert statement.quantities == ()


def test_what_somebody_calls_for_has_not_been_done():
    text = (
        "A bus fell into a gorge near Kita on Sunday. Ana Ruiz, who sits in congress, calls for the bus company, Condor Sur, to "
        "lose its licence; two of its buses collided in August 2003, killing 11. The driver was arrested on Monday. He had worked "
        "for the company for nine years and had twice been fined for speeding on the same road, the transport ministry said. "
        "Relatives of the dead, most of them farmers on their way to the market in Lund, waited at the hospital on Monday."
    )
    found = told(text, datetime.date(2004, 10, 12))
    assert not [one for one in found if one.trigger.text == "lose" and one.status is Status.ASSERTED]
