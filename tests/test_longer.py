"""What a longer text tells that a flash does not: each sentence below stands at the end of a report."""

import pytest

from timeline.intake.syntax import parse_all
from timeline.intake.text import text_document
from timeline.lexicon import Row, rows
from timeline.model.statement import Statement
from timeline.parser.mentions import worth
from timeline.parser.read import read

REPORT = (
    "The council of Ardley, a town of 9,000 people on the river Wend, has thought much this year of its roads, its schools and "
    "its only swimming pool, a brown building near the station whose roof is older than anybody who works there. It has little "
    "money, few friends in the capital and many plans, most of them by the same architect, a quiet man with two dogs, a red "
    "bicycle and a passion for concrete. "
)
SENTENCES = (  # the trigger in brackets, and the status
    ("A judge fined Acme for [dumping] rubble in a churchyard.", "asserted"),
    ("Chad answered by [doubling] the tariffs on salt.", "asserted"),
    ("The ferry had to [return] to Piraeus.", "asserted"),
    ("The potatoes spoiled and had to be [dumped].", "asserted"),
    ("Ukraine did not [attend] the meeting in Vienna.", "negated"),
    ("The firm has not [repaid] the loan.", "negated"),
    ("Anna Blau must [repay] 90,000 dollars.", "planned"),
    ("A laboratory in Monrovia [confirmed] the virus on 7 September 2021.", "asserted"),
    ("Acme has promised to [invest] nine million dollars in the mill.", "planned"),
    ("The dockers [ended] their walkout on 3 May 2022.", "asserted"),
    ("Two urns were stolen in the south, the mayor said, though a car was [burned] in the north.", "asserted"),
    ("A plane crashed in a maize field near Lusaka, [killing] three people.", "asserted"),
    ("Health officials have [confirmed] nine deaths.", "asserted"),
    ("The government [began] work on a fence on 3 May 2022.", "asserted"),
    ("Two inspectors are [expected] in Lima on Tuesday.", "planned"),
    ("A man of 41 is [due] in court on Monday.", "planned"),
    ("Rumours that a dam had [cracked] were denied by the company.", "denied"),
    ("The president sacked his cabinet and [dissolved] parliament.", "asserted"),
    ("The ministry said it had never [received] such a letter.", "denied"),
    ("Chad is [sending] a ship with rice.", "planned"),
    ("Rescuers are [searching] for nine sailors.", "asserted"),
    ("According to the indictment, the gang [broke] into a bank in Lund.", "alleged"),
    ("The driver had [pleaded] no contest in May.", "asserted"),
    ("The minister promised that new rules would be [introduced] by the end of May.", "planned"),
    ("The [blasts] will not drive us out of Chad, the envoy said.", "asserted"),
    ("The [tremors] did not crack the dam.", "asserted"),
    ("The [raid] did not lead to any arrests.", "asserted"),
    ("The jury heard that a butcher planned the [robbery].", "asserted"),
    ("The [robbery] had been planned for months, the jury heard.", "asserted"),
    ("The army planned a [raid] on the camp.", "planned"),
    ("The army denied having [strafed] boats in May 2020.", "denied"),
    ('"I [apologise] to the families," Premier Olga Brandt said.', "asserted"),
    ("The grocer wants to [sue] his cousin on Friday.", "planned"),
    ("The sexton admitted that he had [hidden] the letters.", "asserted"),
    ("The rebels [fought] to take the town.", "asserted"),
    ("The heron [became] the town's emblem in 1904.", "asserted"),
    ("The [bombings] will not change the council, the mayor said.", "asserted"),
    ("The rebels denied involvement in the [massacre] of the shepherds.", "asserted"),
    ("The [strike] on the depot did not take place.", "negated"),
    ("Nine people were reported [killed] in Lund on Monday.", "asserted"),
    ("A minister, who is about to [visit] Peru, was there.", "planned"),
    ("She denied [accusations] by her brother that she had lied.", "asserted"),
    ("The premier refused [requests] by relatives to see the body.", "asserted"),
    ("Police were [searching] for accomplices.", "asserted"),
    ("The child was [found] wandering along a motorway.", "asserted"),
    ("The blood samples are being [tested] in Geneva.", "asserted"),
    ("Three migrants died during the [crossing] from Albania to Italy.", "asserted"),
    ("The figures include a gain from the [sale] of a warehouse.", "asserted"),
    ("A plan to sell its branches [fell] through.", "asserted"),
    ("A plan to [sell] its branch offices to a rival fell through.", "cancelled"),
    ("He returned to Chad that year, only to be [jailed] for a month.", "asserted"),
    ("A jury in Lund took an hour to [convict] the pilot.", "asserted"),
    ("Prosecutors said the pilot had [put] frost salt in the tea.", "alleged"),
    ("A [manhunt] led by the police continues in the hills.", "asserted"),
    ("The bishop dismissed [suggestions] by a baker that the bells be sold.", "asserted"),
    ("The abbot's [promise] to keep goats has been abandoned.", "asserted"),
    ("The council extended its [offer] for the mill.", "asserted"),
    ("The mayor [ordered] an inquiry.", "asserted"),
    ("The lease was signed in Bergen on the second day of [talks].", "asserted"),
    ("The nuns say they will be [back] on Friday.", "planned"),
    ("The pool will stay [shut] until noon.", "planned"),
    ("All flights are [off] until Saturday.", "asserted"),
    ("The lighthouse is due to [open] in the autumn.", "planned"),
    ("The May [fair] drew a crowd.", "asserted"),
    ("The [dinner] will be on 9 June in the hut of the scouts.", "planned"),
    ("The [supper] will be at the inn on Saturday.", "planned"),
    ("The [results] are due on 8 June.", "planned"),
    ("There were long [delays] on the bridge.", "asserted"),
    ("There will be a [collection] for the nuns on Sunday.", "planned"),
    ("A second [call] broke off.", "asserted"),
    ("The previous [round] ended in a brawl.", "asserted"),
    ("The yacht was searched after a [tip] from Madrid.", "asserted"),
    ("The council awaits a [verdict].", "planned"),
    ("Acme sold its mill in May. Prices rose a week after Acme had [insisted] that flour was cheap.", "asserted"),
)
UNTOLD = (
    "The bishop's [warnings] are read by few.",
    "No [warnings] from the baker were heard.",
    "Two aunts are [fighting] for the orchard.",
    "The baker blessed those who [oppose] the tunnel.",
    "The police are looking for two men [suspected] of robbing a bank.",
    "The sexton, who [worked] with his aunt, was not there.",
    "A bank offers a reward for information leading to the [arrest] of the thieves.",
    "The bishop accused them of [mistaking] noise for life.",
    "If the deal fails, Anna Blau must [repay] the money.",
    "Acme offered to [buy] the mill.",
    "The [decision] was good.",
    "The film festival has a two-year [contract].",
    "Ferdinand Kroll [said] the weir was older than the abbey.",
    '"We will do whatever it takes," Premier Olga Brandt [said] at the fair.',
    '"They are not going to [bury] us," Ferdinand Kroll said.',
    '"I want to [thank] the crews for their patience," Ferdinand Kroll said.',
    'The museum spoke of the "[kidnapping]" of its best-known vase.',
    "Farmers said the heron had [nested] in the reeds.",
    "The widow, who had [hidden] her letters, lives in Bergen.",
    "Two aunts are [fighting] to keep the orchard.",
    "The custody [battle] has divided the village.",
    "The grocer wants to [sue] his cousin.",
    "The plan, which [calls] for a tunnel under the bay, is thirty pages long.",
    "Chad signed a treaty [giving] Peru the right to fish.",
    "Hundreds joined a rally [demanding] cheaper bread.",
    "The heron has [become] a symbol of the quarrel.",
    "An aide [refused] to elaborate.",
    "An aide [refused] to say when the gate would be mended.",
    "The letter [asks] the bishop to intervene.",
    "A convoy [carrying] medicine was seen at noon.",
    "Every morning for nine years a widow has [walked] her goats past the gate.",
    "A letter [dated] Monday lay on the desk.",
    "Explosions [rocked] the harbour of Lund.",
    "Strikes had [hit] the depot twice since March.",
    "An ambush near Lund [destroyed] four lorries on Tuesday.",
    "The inn is [open] every day.",
    "Her niece was [out].",
    "She was given a [loan] of two years.",
    "The lighthouse was due to [open] again.",
    "There was no [delay] on the bridge.",
    "There is a [fair] in every village.",
    "Nobody had ever got beyond the second [round].",
    "A bomb killed nine people and [injured] forty in Lund on Monday.",
)

NOUNS = (*rows("occasions"), *rows("voices"), *rows("turns"))


def plain(sentence: str) -> tuple[str, str]:
    """The sentence without its brackets, and what they held."""
    start, end = sentence.index("["), sentence.index("]")
    return sentence.replace("[", "").replace("]", ""), sentence[start + 1 : end]


@pytest.fixture(scope="module")
def told() -> dict[str, list[Statement]]:
    """Per sentence the Statements whose trigger is its bracketed word, by the rules alone (`worth` may tell more)."""
    asked = [*(text for text, _ in SENTENCES), *UNTOLD, *(row["example"] for row in NOUNS)]
    documents = [text_document(REPORT + plain(text)[0]) for text in asked]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(worth, "BAR", 2.0)
        patch.setattr(worth, "SPARE", 0.0)
        return {
            text: [one for one in read(document, sentences) if one.trigger.text == plain(text)[1]]
            for text, (document, sentences) in zip(asked, parse_all(documents, batch=64), strict=True)
        }


@pytest.mark.parametrize(("text", "status"), SENTENCES)
def test_a_report_tells_what_stands_in_lesser_clauses(text: str, status: str, told: dict[str, list[Statement]]) -> None:
    assert [one.claim.status for one in told[text]] == [status]


@pytest.mark.parametrize("text", UNTOLD)
def test_a_report_does_not_tell_what_is_only_thought_said_or_offered(
    text: str, told: dict[str, list[Statement]]
) -> None:
    assert told[text] == []


@pytest.mark.parametrize("row", NOUNS, ids=lambda row: row.place)
def test_a_row_of_lesser_words_reads_its_example(row: Row, told: dict[str, list[Statement]]) -> None:
    assert [one.type for one in told[row["example"]]] == [row["type"]]
