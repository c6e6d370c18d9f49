"""Who does it and to whom, whatever the grammar: behind the verb, between two verbs, in a number, in a passive of any sort."""

import pytest

from tests.telling import one


def _told(text: str, trigger: str) -> list[str]:
    return [f"{role.name.value} {role.actor.name}" for role in one(text, trigger).roles]


@pytest.mark.parametrize(
    ("text", "trigger", "roles"),
    [
        ("Among those fined on Monday were a baker and a butcher.", "fined", ["target baker", "target butcher"]),
        ("Two nurses were among those held by rebels.", "held", ["agent rebels", "target nurses"]),
        ("Also wounded in the raid on Friday were two cameramen.", "wounded", ["target cameramen"]),
        ("On the roof of the bank stood two snipers on Friday.", "stood", ["agent snipers"]),
        ("Before being fined on Monday, the broker fled to Brazil.", "fined", ["target broker"]),
        ("The mayor had his rival jailed by a court on Monday.", "jailed", ["agent court", "target rival"]),
        ("Rebels let nine drivers go on Sunday.", "let", ["agent rebels", "target drivers"]),
        ("Rebels took 40 villagers hostage on Monday.", "took", ["agent rebels", "target villagers"]),
        ("Passengers rescued from a yacht by monks landed on Monday.", "rescued", ["agent monks", "target passengers"]),
        ("A baker heard two men quarrel and called the police on Sunday.", "called", ["agent baker", "target police"]),
        ("Men dressed as monks robbed a banker on Monday.", "robbed", ["agent men", "target banker"]),
        ("A gallery was given nine drawings by a widow on Monday.", "given", ["agent widow", "target gallery"]),
        ("The rider was given a ban by the union on Monday.", "ban", ["agent union", "target rider"]),
        ("All but one of the miners were rescued by divers.", "rescued", ["agent divers", "target miners"]),
        ("The last of the strikers went home on Friday.", "went", ["agent strikers"]),
        (
            "Police freed the engineers the rebels had kidnapped in May.",
            "kidnapped",
            ["agent rebels", "target engineers"],
        ),
        ("A soldier was handed back by villagers on Sunday.", "handed", ["agent villagers", "target soldier"]),
    ],
)
def test_whoever_stands_in_an_unusual_place_is_found_there(text, trigger, roles):
    assert _told(text, trigger) == roles


@pytest.mark.parametrize(
    ("text", "trigger", "roles"),
    [
        ("The guards let the visitors in and locked the gate on Monday.", "locked", ["agent guards"]),
        ("The curator was sacked on Monday over the loss of a drawing by Anna Roth.", "sacked", ["target curator"]),
        ("A court freed Anna Roth over the objections of the governor.", "freed", ["agent court", "target Anna Roth"]),
        ("Peru promised the widow on Monday to find the killers.", "promised", ["agent Peru", "target widow"]),
        ("She became a bishop in May. Anna Roth was born in Graz.", "became", []),
    ],
)
def test_whoever_stands_in_a_clause_inside_takes_no_part(text, trigger, roles):
    assert _told(text, trigger) == roles


@pytest.mark.parametrize(
    ("text", "trigger", "roles"),
    [
        ("Police arrested a singer, Leo Fox, and his wife, Ada Fox.", "arrested", ["Leo Fox", "Ada Fox"]),
        ("Police arrested the singer Leo Fox and his clerk.", "arrested", ["Leo Fox", "clerk"]),
        ("Police arrested nine Greeks and a Ukrainian.", "arrested", ["Greeks", "Ukrainian"]),
        ("A driver from Graz, named by the Guardian as Leo Fox, was stabbed.", "stabbed", ["Leo Fox"]),
        ("A man identified as Leo Fox was stabbed on Monday.", "stabbed", ["Leo Fox"]),
        ("Smugglers left 60 migrants in a desert, and nine of them died.", "died", ["nine of the migrants"]),
        ("About 900 of his followers gathered; police arrested 20 of them.", "arrested", ["20 of the followers"]),
        ("A Greek freighter sank off Crete on Monday.", "sank", ["Greek freighter"]),
        ("An Indian patrol boat sank off Goa on Monday.", "sank", ["Indian patrol boat"]),
        ("A court sent the Kenyan to prison on Monday.", "sent", ["Kenyan"]),
        ("The clerk resigned from the bank on Monday.", "resigned", ["bank"]),
        ("A judge threw out an appeal by the bank on Monday.", "threw", ["bank"]),
    ],
)
def test_whom_it_befalls_is_told_whole(text, trigger, roles):
    found = [role.actor.name for role in one(text, trigger).roles if role.name.value == "target"]
    assert found == roles


@pytest.mark.parametrize(
    ("text", "trigger", "agents"),
    [
        ("A nurse was charged with the murder of seven infants.", "murder", ["nurse"]),
        ("A judge sentenced Leo Fox on Monday for the killing of a clerk.", "killing", ["Leo Fox"]),
        ("The judge praised two officers on Monday. The murder of a diver shocked Lima.", "murder", []),
        ("Peru and Chile offered tents to Fiji on Monday.", "offered", ["Peru", "Chile"]),
        ("The mayor was overruled by the canton on Monday.", "overruled", ["canton"]),
        ("A helicopter of the coast guard winched nine sailors off a wreck.", "winched", ["coast guard"]),
    ],
)
def test_who_did_it_is_told_beside_it(text, trigger, agents):
    found = [role.actor.name for role in one(text, trigger).roles if role.name.value == "agent"]
    assert found == agents


@pytest.mark.parametrize(
    ("text", "trigger", "roles"),
    [
        ("A strike by sorters and drivers began on Monday.", "strike", ["agent sorters", "agent drivers"]),
        ("The haulier fined a shearer on Monday.", "fined", ["agent haulier", "target shearer"]),
        ("Sappers blew up a bridge on Monday.", "blew", ["agent sappers"]),
        ("Nine persons drowned on Monday.", "drowned", ["target persons"]),
        # what looks alike and is nobody
        ("A sander and a baker burned on Monday.", "burned", ["target baker"]),
    ],
)
def test_whoever_has_a_trade_is_somebody(text, trigger, roles):
    assert _told(text, trigger) == roles


@pytest.mark.parametrize(
    ("text", "trigger", "roles"),
    [
        ("Police found a landscape by the painter Peter Holm that was stolen in 1990.", "stolen", []),
        (
            "The union says two men were hurt and asks the High Court to step in.",
            "asks",
            ["agent union", "target High Court"],
        ),
        ("Villagers said that masked men had burned a mill.", "burned", ["agent masked men"]),
        ("The court could fine Mobilo by June. Mobilo did not comment.", "fine", ["agent court", "target Mobilo"]),
        # what looks alike
        ("Police praised the guard Ana Roe, who was robbed in May.", "robbed", ["target Ana Roe"]),
        ("The union says the men work and ask the court to step in.", "ask", ["agent men", "target court"]),
        ("Villagers saw the man that shot a guard on Monday.", "shot", ["agent man", "target guard"]),
    ],
)
def test_a_clause_is_of_whom_it_tells_of_and_not_of_the_nearest_word(text, trigger, roles):
    assert _told(text, trigger) == roles


REST = " It rained. The sun shone later."


@pytest.mark.parametrize(
    ("text", "trigger", "roles"),
    [
        ("The envoy, Laila Brandt, is due to fly to Tirana on Sunday." + REST, "fly", ["agent Laila Brandt"]),
        ("President Otto Hale visited Vienna on Monday." + REST, "visited", ["agent Otto Hale"]),
        (
            "A Danish cutter rescued nine sailors on Monday." + REST,
            "rescued",
            ["agent Danish cutter", "target sailors"],
        ),
        # what looks alike: a state called on, one that acts through more than a ship, and a record of one sentence
        ("The king visited Norway on Monday." + REST, "visited", ["agent king", "target Norway"]),
        ("Danish troops rescued nine sailors on Monday." + REST, "rescued", ["agent Danish troops", "target sailors"]),
        ("Oslo warned Vienna on Monday." + REST, "warned", ["agent Norway", "target Austria"]),
        ("President Otto Hale visited Vienna on Monday.", "visited", ["agent Otto Hale", "target Austria"]),
    ],
)
def test_a_capital_gone_to_is_where_and_a_cutter_is_not_its_state(text, trigger, roles):
    assert _told(text, trigger) == roles


@pytest.mark.parametrize(
    ("text", "trigger", "roles"),
    [
        (
            "Rebels shelled a navy camp on Monday, killing six sailors.",
            "shelled",
            ["agent rebels", "target navy camp", "target sailors"],
        ),
        (
            "Gunmen ambushed a convoy on Monday, killing two drivers.",
            "ambushed",
            ["agent gunmen", "target convoy", "target drivers"],
        ),
        ("Soldiers fired on two fishing boats on Monday.", "fired", ["agent soldiers", "target fishing boats"]),
        # what looks alike: a ground that is nobody's, and a post that is an office
        ("A gang shelled a hill on Monday, killing six sailors.", "shelled", ["agent gang", "target sailors"]),
        ("The mayor left his post on Monday.", "left", ["agent mayor"]),
    ],
)
def test_a_camp_is_struck_and_so_are_those_who_died_in_it(text, trigger, roles):
    assert _told(text, trigger) == roles


@pytest.mark.parametrize(
    ("text", "trigger", "roles"),
    [
        ("The Nigerian state of Kwara banned charcoal on Monday.", "banned", ["agent Kwara"]),
        ("A loan from the state of Queensland saved a mill in April.", "loan", ["agent Queensland"]),
        (
            "The Nigerian state of Kwara met. Traders sued the state on Monday.",
            "sued",
            ["agent traders", "target Kwara"],
        ),
        # what looks alike
        ("The state of Norway sued a builder on Monday.", "sued", ["agent Norway", "target builder"]),
        ("The Norwegian state sued a builder on Monday.", "sued", ["agent Norway", "target builder"]),
    ],
)
def test_a_state_inside_a_land_has_a_name_of_its_own(text, trigger, roles):
    assert _told(text, trigger) == roles
