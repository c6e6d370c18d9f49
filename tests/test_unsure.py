"""What is only supposed, shown, dismissed or answered in three words, and words that only tell how something came to be said."""

import datetime

import pytest

from tests.telling import one, told
from timeline.model.statement import Status

DAY = datetime.date(2025, 5, 14)


@pytest.mark.parametrize(
    ("text", "trigger", "status"),
    [
        ("Not one of the hostages has been released since March.", "released", Status.NEGATED),
        ("The president has 14 days to sign it or send it back.", "send", Status.HYPOTHETICAL),
        ("Ms Okoye pleaded not guilty on Monday to murder.", "murder", Status.ALLEGED),
        ("Ms Okoye pleaded not guilty to robbing a bank.", "robbing", Status.ALLEGED),
        ("Ms Okoye pleaded guilty on Monday to murder.", "murder", Status.ASSERTED),
        ("Ms Okoye faces nine years when she is sentenced in June.", "sentenced", Status.PLANNED),
        ("Ms Okoye paid a fine when she was sentenced in April.", "sentenced", Status.ASSERTED),
        ("Not a single shop was looted in the city on Monday.", "looted", Status.NEGATED),
        ("Not only was the envoy expelled on Monday, his driver was arrested.", "expelled", Status.ASSERTED),
        ("The navy said pirates had boarded the yacht. They had not, its owner said.", "boarded", Status.DENIED),
        ("Both clans were to hand over their guns by May. Neither did.", "hand", Status.NEGATED),
        ("Both clans handed over their guns in May. Both regretted it.", "handed", Status.ASSERTED),
        ("The envoys met in Oslo on Monday. It was not their first meeting.", "met", Status.ASSERTED),
        ("A video said to show soldiers beating a prisoner was shared on Monday.", "beating", Status.ALLEGED),
        ("A film that shows guards beating prisoners was leaked on Monday.", "beating", Status.ASSERTED),
        (
            "The palace dismissed as gossip reports that the queen had been poisoned in her sleep by a cook from Siena.",
            "poisoned",
            Status.DENIED,
        ),
        ("The army called claims that it had burned the mosque an invention.", "burned", Status.DENIED),
        ("Kenya may cancel the summit that is set for Friday.", "summit", Status.PLANNED),
        ("Kenya cancelled the summit that was set for Friday.", "summit", Status.CANCELLED),
        ("The junta did not exclude leaving the union.", "leaving", Status.HYPOTHETICAL),
        ("The Kyrgyz border service said Tajik soldiers opened fire on a post on Monday.", "opened", Status.ALLEGED),
        ("Kenyan officials said Kenyan soldiers killed nine militants on Friday.", "killed", Status.ASSERTED),
        ("According to the army, rebels shelled the port on Friday.", "shelled", Status.ALLEGED),
        ("Rebels shelled the port on Friday, according to the army.", "shelled", Status.ASSERTED),
        ("Sources said the bank had sold its gold to Peru.", "sold", Status.ALLEGED),
        ("According to the health ministry, a lorry hit a bus in Riga on Friday.", "hit", Status.ASSERTED),
        ("The minister was to open the fair on Friday but fell ill.", "open", Status.CANCELLED),
        ("The minister is to open the fair on Friday but has no key.", "open", Status.PLANNED),
        ("The trial had been due to start on Monday.", "trial", Status.CANCELLED),
        ("The trial is due to start on Monday.", "trial", Status.PLANNED),
        ("Norway says Peru froze the accounts of two miners.", "froze", Status.ALLEGED),
        ("Norway says it froze the accounts of two miners.", "froze", Status.ASSERTED),
        ("The company denied it and said a clerk had sold the keys.", "sold", Status.ALLEGED),
        ("The company thanked the police and said a clerk had sold the keys.", "sold", Status.ASSERTED),
        ("A source close to the emir said he had written to the queen.", "written", Status.ALLEGED),
        ("The count was rigged, claimed the opposition.", "rigged", Status.ALLEGED),
        ("She'd been arrested in Riga on Friday.", "arrested", Status.ASSERTED),
        ("They'd be arrested if they came to Riga.", "arrested", Status.HYPOTHETICAL),
        ("The baker lost two sons, the priest barred both and a nephew left.", "lost", Status.ASSERTED),
        ("The harbour was warned, he said, and was closed on Friday.", "closed", Status.ASSERTED),
        ("Oman, which arranged the release of the sailors on Sunday, thanked both kings.", "release", Status.ASSERTED),
        ("Police do not believe that it was a terrorist attack.", "attack", Status.DENIED),
        ("Police believe that it was a terrorist attack.", "attack", Status.ALLEGED),
        ("Prosecutors do not suspect that he killed her.", "killed", Status.DENIED),
        ("The widow does not accept that he was poisoned.", "poisoned", Status.DENIED),
        ("Police do not think the fire was arson.", "fire", Status.ASSERTED),
    ],
)
def test_a_status_is_that_of_a_careful_reader(text, trigger, status):
    assert one(text, trigger, DAY).claim.status is status


@pytest.mark.parametrize(
    ("text", "triggers"),
    [
        ("Had the rebels taken the port in May, the war would have ended.", []),
        ("A colonel who surrendered the fort was shot on Friday.", ["shot"]),
        ("Asked whether it was a denial, he said the army does not comment.", []),
        ("Asked by the king to resign, the premier refused on Monday.", ["Asked", "refused"]),
        ("A clerk who asked not to be identified said the bank had sacked nine traders.", ["sacked"]),
        ("The mayor asked not to be driven home by soldiers.", ["asked"]),
        ("Rebels calling themselves the Lions of Dawn kidnapped a priest on Friday.", ["kidnapped"]),
        ("The minister called the general a traitor on Friday.", ["called"]),
        ("Photographs of the wreck were taken in May. The fort was taken in May.", ["taken"]),
        ("He put troops on the border on Monday, as he put it.", ["put"]),
    ],
)
def test_words_that_only_lead_to_what_was_said_tell_nothing(text, triggers):
    assert [statement.trigger.text for statement in told(text, DAY)] == triggers


def test_the_day_of_a_letter_is_not_that_of_its_arrival():
    assert (
        one("Her brother was sent a letter, dated 9 March, by the kidnappers.", "sent", DAY).when.span.edtf
        == "[..2025-05-14]"
    )


@pytest.mark.parametrize(
    ("text", "trigger", "kind"),
    [
        ("China used its veto on Monday.", "used", "reject"),
        ("Police used tear gas on Monday.", "used", "assault"),
        ("Two infiltrators were liquidated on Monday.", "liquidated", "assault"),
        ("The fund was liquidated in March.", "liquidated", "business"),
        ("Its men returned fire.", "returned", "assault"),
    ],
)
def test_a_veto_is_no_blow_and_a_patrol_no_firm(text, trigger, kind):
    assert one(text, trigger, DAY).type == kind


@pytest.mark.parametrize(
    ("text", "trigger", "names"),
    [
        (
            "The talks between the government and the council opened in Muscat, with Oman and Switzerland mediating. "
            "The third ended with a list on which both sides agreed.",
            "agreed",
            {"government", "council"},
        ),
        (
            "The bishops deplored the raid, in which two nuns died, and called for a day of prayer.",
            "called",
            {"bishops"},
        ),
        (
            "The European Union followed in 2010. Brussels has promised to set up a clearing house.",
            "promised",
            {"European Union"},
        ),
        (
            "A resident, Mahmud Sattar, said shooting had started. Both presidents spoke by telephone on Tuesday.",
            "spoke",
            {"presidents"},
        ),
    ],
)
def test_who_acts_is_whom_the_sentence_means(text, trigger, names):
    assert {role.actor.name for role in one(text, trigger, DAY).roles} == names


def test_a_number_that_was_killed_kills_nobody():
    (role,) = one("The Brotherhood claims 31 killed.", "killed", DAY).roles
    assert role.name.value == "target"


@pytest.mark.parametrize(
    ("verdict", "status"),
    [
        ("VERDICT: False. The film was made in Tianjin in 2015.", Status.DENIED),
        ("VERDICT: True. Two films show it.", Status.ALLEGED),
        ("The film is three minutes long.", Status.ALLEGED),
    ],
)
def test_the_claim_that_a_fact_check_looks_into_is_not_told_as_done(verdict, status):
    text = f"Did jets bomb the port of Bari?\n\nCLAIM: Jets bombed the port of Bari on Sunday.\n\n{verdict}\n"
    assert one(text, "bombed", DAY).claim.status is status


def test_a_claim_told_of_in_a_sentence_is_no_heading():
    text = "The claim of the army is denied.\n\nJets bombed the port of Bari on Sunday.\n\nVerdict: false alarm.\n"
    assert one(text, "bombed", DAY).claim.status is Status.ASSERTED
