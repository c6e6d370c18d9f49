"""Days that are told of something else than of the verb they stand by, and verbs that share what bounds another."""

import datetime

import pytest

from tests.telling import one

THURSDAY = datetime.date(2026, 3, 12)


@pytest.mark.parametrize(
    ("text", "trigger", "date"),
    [
        ("Local 1340 of the dockers' union rejected the contract.", "rejected", "[..2026-03-12]"),
        ("Members of Local 2012 went on strike on Tuesday.", "strike", "2026-03-10"),
        ("The league will hold a march on the Third of June Square on Saturday.", "march", "2026-03-14"),
        ("Sunday was declared a public holiday by the governor.", "declared", "[..2026-03-12]"),
        ("The governor declared war on the smugglers on Sunday.", "war", "2026-03-08"),
        (
            "Police charged a man in the weekend shooting outside a bar in Leeds.",
            "shooting",
            "[2026-03-07..2026-03-08]",
        ),
        ("The theatre named Olga Berg its director from the 2027-28 season.", "named", "[..2026-03-12]"),
        ("Ms Okoye worked for the bank from 2006 to 2015.", "worked", "2006/2015"),
        (
            "The firm wooed the town, promising savings of two million by the end of 2028.",
            "promising",
            "[..2026-03-12]",
        ),
        ("We condemn the attack on the market in Basra yesterday.", "attack", "2026-03-11"),
        ("Norway condemned the attack on the market on Tuesday.", "condemned", "2026-03-10"),
        ("Ms Okoye served nine years for the murder of a clerk in Lagos in 2003.", "murder", "2003"),
        ("Ms Okoye was jailed for the murder of a clerk in Lagos in 2003.", "jailed", "[2003..2026-03-12]"),
        ("Ms Okoye was jailed for murder in 2003.", "jailed", "2003"),
        ("A court convicted Ms Okoye of taking bribes from a clerk on Wednesday.", "convicted", "2026-03-11"),
        ("A court convicted Ms Okoye on Monday of taking bribes from a clerk in May.", "taking", "2025-05"),
        ("Ms Okoye was arrested for the murder of a clerk on Monday.", "arrested", "2026-03-09"),
        ("The arrest sparked clashes in Lagos on Monday.", "clashes", "2026-03-09"),
        ("The arrest sparked clashes in Lagos on Monday.", "arrest", "[..2026-03-09]"),
        ("The arrest was meant to weaken her before a vote in May.", "arrest", "[..2026-03-12]"),
        (
            "Ms Okoye was freed on Monday.\n\nPolice held her on 2 March. Judge Lee ruled that she must go.",
            "ruled",
            "[2026-03-02..2026-03-12]",
        ),
        ("The quake triggered a landslide on Monday.", "quake", "2026-03-09"),
        ("Ms Okoye was accused of trying to jail her rivals before the vote in June.", "jail", "[..2026-03-12]"),
        ("Ms Okoye was accused of trying to rob a bank in June.", "rob", "2025-06"),
        ("Ms Okoye faces nine years in prison when she is sentenced on 3 April.", "sentenced", "2026-04-03"),
    ],
)
def test_a_day_is_of_what_it_is_told_of(text, trigger, date):
    assert str(one(text, trigger, THURSDAY).when.span) == date


@pytest.mark.parametrize(
    ("text", "trigger", "date"),
    [
        ("The union did not plan to march on Friday, its secretary said.", "march", "2026-03-13"),
        ("The union did not march on Friday, its secretary said.", "march", "2026-03-06"),
        ("The choir was to have sung in Rome on Saturday.", "sung", "2026-03-14"),
        ("The second round was to have been held in Lima in September.", "held", "2025-09"),
        ("He is said to have fled on Friday.", "fled", "2026-03-06"),
    ],
)
def test_what_was_not_planned_or_came_to_nothing_looks_ahead_or_to_the_nearest_day(text, trigger, date):
    assert str(one(text, trigger, THURSDAY).when.span) == date


def test_last_november_and_this_spring_are_of_who_writes_in_a_tale_of_years_ago_too():
    tale = "Her luck turned in 2019. The mayor fell in 2020. Last November a court annulled the sale."
    assert str(one(tale, "annulled", THURSDAY).when.span) == "2025-11"


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("The plane vanished on Tuesday at 18:47. A crew found the wreckage shortly after midnight.", "2026-03-11"),
        ("The plane vanished on Tuesday at 18:47. A crew found the wreckage shortly before midnight.", "2026-03-10"),
    ],
)
def test_shortly_after_midnight_of_an_evening_is_the_next_day(text, date):
    assert str(one(text, "found", THURSDAY).when.span) == date


RAID = "Chad broke off relations with Sudan on Thursday, a day after rebels overran a garrison and {} two officers."
HACK = "The bank shut its branches on Wednesday after hackers broke into its servers and demanded a ransom.{}"
MORE = """ Its customers queued in the rain at the few machines that still gave money, and a shop in the old town took cheques,
said Anna Blau, a grocer who keeps a ledger, a dog, two parrots and the only working telephone on the square."""


def test_joined_verbs_of_a_clause_are_before_or_after_the_same():
    assert str(one(RAID.format("freed") + MORE, "freed", THURSDAY).when.span) == "2026-03-11"
    assert str(one(HACK.format(MORE), "demanded", THURSDAY).when.span) == "[..2026-03-11]"


def test_had_told_once_is_told_of_both():
    text = (
        "Four divers were freed on Tuesday. Their captors had asked for a ransom and threatened to shoot the men."
        + MORE
    )
    assert str(one(text, "threatened", THURSDAY).when.span) == "[..2026-03-10]"


@pytest.mark.parametrize(
    ("text", "trigger", "date"),
    [
        ("He informed the mayor in writing on 3 February.", "informed", "2026-02-03"),
        ('"We are tired," said Olga Berg, who opened the shop, a bakery, with two friends in 2019.', "opened", "2019"),
        ("When the town of Oro honoured her in 1998 she declined to attend the ceremony.", "declined", "1998"),
        ("When the bank offered him the post in 2011 he refused it.", "refused", "2011"),
    ],
)
def test_a_date_behind_an_idiom_or_an_apposition_or_in_front_is_that_of_the_verb(text, trigger, date):
    assert str(one(text, trigger, THURSDAY).when.span) == date


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("A court jailed the banker on Tuesday. Norway rejected a plan to build a dam in the north.", "rejected"),
        ("Shells hit the port on Tuesday. The union has demanded a pay rise for its nurses.", "demanded"),
    ],
)
def test_answers_and_demands_are_of_any_day(text, trigger):
    assert "come after" not in " ".join(one(text, trigger, THURSDAY).when.because)


@pytest.mark.parametrize(
    ("text", "trigger", "date"),
    [
        ("The bridge is closed until Monday.", "closed", "2026-03-12/2026-03-16"),
        ("Schools are closed through Friday.", "closed", "2026-03-12/2026-03-13"),
        ("The museum will be closed until 2 April.", "closed", "2026-03-12/2026-04-02"),
        ("The bank's accounts are frozen until 2028.", "frozen", "2026-03-12/2028"),
        ("The bridge was closed until Monday.", "closed", "[..2026-03-12]"),
        ("The park is closed until further notice.", "closed", "[..2026-03-12]"),
        ("The road has been closed since Monday.", "closed", "[2026-03-09..2026-03-12]"),
    ],
)
def test_what_is_shut_until_a_coming_day_is_shut_from_the_report_to_that(text, trigger, date):
    assert str(one(text, trigger, THURSDAY).when.span) == date


def test_a_birth_is_never_what_is_told_next():
    text = "Thieves robbed the singer Ana Roig on Tuesday. She was born above a bakery in Lund." + MORE
    assert one(text, "born", THURSDAY).when.span.start_earliest is None


NEWS = "The minister met rebels in Rome on Tuesday.\n\n"


@pytest.mark.parametrize(
    ("text", "trigger", "date"),
    [
        ("Nine people were killed when shells hit a camp near Douz in February.", "killed", "2026-02"),
        ("Two soldiers were wounded after gunmen attacked a post in December.", "wounded", "[2025-12..2026-03-12]"),
        (
            "Ties soured in December when Chad's jets struck a camp, killing nine. Peru summoned the envoy of Chad.",
            "summoned",
            "[2025-12..2026-03-12]",
        ),
        (
            "Nine people died when shells hit a camp in December. "
            "Norway accused the rebels of the attack, a charge they denied.",
            "denied",
            "[2025-12..2026-03-12]",
        ),
        ("A first round in January failed. Hours before the meeting, drones struck a port.", "struck", "2026-03-10"),
        ("The governor imposed a curfew from dusk to dawn.", "curfew", "[2026-03-10..2026-03-12]"),
        (
            "Police shot nine marchers on Wednesday. At least 50 people have died since the protests began.",
            "died",
            "[..2026-03-12]",
        ),
        (
            "Envoys met in Oslo on 6 February. The king condemned Wednesday's raid and ordered an inquiry.",
            "inquiry",
            "[2026-03-11..2026-03-12]",
        ),
        ("The council is to hold a closed meeting on the matter on 14 April.", "meeting", "2026-04-14"),
    ],
)
def test_what_stands_in_the_background_is_not_of_the_day_of_the_news(text, trigger, date):
    assert str(one(NEWS + text, trigger, THURSDAY).when.span) == date


def test_on_what_day_an_older_attack_was_commented_on_is_not_guessed():
    text = "Nine people died when shells hit a camp in December. Norway blamed the rebels for the attack."
    assert one(NEWS + text, "blamed", THURSDAY).when.likely is None


def test_what_a_reprisal_was_for_is_not_the_day_that_the_story_is_at():
    text = (
        "Soldiers fought along the border on Tuesday night, the army said. The ministry called it a reprisal for the blasts "
        "of 2 March. Qatar urged both sides to show restraint."
    )
    assert str(one(text, "urged", THURSDAY).when.span) == "[2026-03-10..2026-03-12]"
