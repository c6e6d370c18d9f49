"""Firms, indices and what firms make, by name: who they are, and who takes part with them."""

import pytest

from tests.telling import one


def actors(text, trigger):
    return {role.actor.name for role in one(text, trigger).roles}


@pytest.mark.parametrize(
    ("text", "trigger", "names"),
    [
        ("The Paris 40 slid 3 percent on Monday.", "slid", {"Paris 40"}),
        ("Shares fell, while the Oslo 25 set a record of 536.9 points.", "set", {"Oslo 25"}),
        ("Germany beat the Swiss 31 to 20 on Saturday.", "beat", {"Germany", "Switzerland"}),
    ],
)
def test_an_index_has_the_name_of_a_town_and_a_number(text, trigger, names):
    assert actors(text, trigger) == names


@pytest.mark.parametrize(
    ("text", "trigger", "names"),
    [
        ("Barclays pulled out on Sunday.", "pulled", {"Barclays"}),
        ("Ford sold its Volvo unit to Geely of China on Wednesday.", "sold", {"Ford Motor", "Geely"}),
        ("Apple growers protested in Lublin on Monday.", "protested", {"apple growers"}),
        ("GM closed its plant in Antwerp on Monday.", "closed", {"General Motors"}),
        ("A Turkish Airlines Boeing 737-800 crashed on Wednesday.", "crashed", {"Turkish Airlines"}),
        ("The Turkish Army shelled a village on Monday.", "shelled", {"Turkish Army"}),
        ("Wal-Mart closed a shop in Mobile on Monday.", "closed", {"Walmart"}),
        ("JP Morgan hired nine brokers on Monday.", "hired", {"JPMorgan Chase", "brokers"}),
        ("Apple hired nine clerks on Monday.", "hired", {"Apple Inc.", "clerks"}),
        ("Apple Computer hired nine clerks on Monday.", "hired", {"Apple Inc.", "clerks"}),
        ("Apple Corps hired nine clerks. Apple Corps moved to Leeds on Monday.", "moved", {"Apple Corps"}),
        ("Ford shut a plant. Ford Motor Co. will pay nine million dollars.", "shut", {"Ford Motor Co."}),
        ("Alan Ford, a farmer, sold a barn. Ford left the town on Monday.", "left", {"Alan Ford"}),
        ("Gary Ford, a cook, was arrested on Monday. Ford was freed on Friday.", "freed", {"Gary Ford"}),
        ("Ann Ford left Ford on Monday. A cook at Ford was hurt. Ford shut a plant.", "shut", {"Ford Motor"}),
        ("Grand Mills (GM) shut a plant. GM will sell it on Monday.", "sell", {"Grand Mills"}),
        ("Ford will sell an arm to Geely of China, the two companies announced.", "announced", {"Ford Motor", "Geely"}),
        ("Nokia and Ericsson fell after Motorola cut jobs. The two companies warned of losses.", "cut", {"Motorola"}),
    ],
)
def test_a_well_known_firm_is_told_by_its_one_name(text, trigger, names):
    assert actors(text, trigger) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Unilever cut jobs after talks with its creditors failed.", {"Unilever", "creditors"}),
        ("Peru closed the border after talks with its neighbour Chile failed.", {"Peru", "Chile"}),
        ("Sudan said talks with rebels and their allies would go on.", {"rebels"}),
        ("Talks with Unilever about its debts will resume on Monday.", {"Unilever"}),
    ],
)
def test_talks_with_its_creditors_are_its_own(text, names):
    trigger = "Talks" if text.startswith("Talks") else "talks"
    assert actors(text, trigger) == names


@pytest.mark.parametrize(
    ("text", "trigger", "names"),
    [
        (
            "An Airbus A320 of TAM crashed in Santos on Tuesday. TAM opened a hotline.",
            "crashed",
            {"Airbus A320", "TAM"},
        ),
        (
            "A Boeing 777 operated by British Airways crashed on Thursday. British Airways said all had survived.",
            "crashed",
            {"Boeing 777", "British Airways"},
        ),
        ("An Airbus A320 crashed on Tuesday. The Airbus had left Lima. Airbus sent experts.", "left", {"Airbus A320"}),
        ("An Airbus A320 crashed on Tuesday. The Airbus had left Lima. Airbus sent experts.", "sent", {"Airbus"}),
        ("The Nokia Lumia went on sale in May.", "went", {"Nokia Lumia"}),
    ],
)
def test_a_machine_that_something_befell_takes_part(text, trigger, names):
    assert actors(text, trigger) == names


@pytest.mark.parametrize(
    ("text", "trigger", "names"),
    [
        ("Qantas grounded its fleet of A380s on Monday.", "grounded", {"Qantas", "A380"}),
        ("Police seized a fleet of lorries on Monday.", "seized", {"police"}),
        ("The Hummer brand will be sold in May.", "sold", {"Hummer"}),
        ("Apple opened the eTune store in 2003. The eTune store passed Tesco in May.", "passed", {"eTune", "Tesco"}),
    ],
)
def test_a_fleet_a_brand_and_a_store_have_a_name(text, trigger, names):
    assert actors(text, trigger) == names


def test_a_machine_of_which_any_will_do_takes_no_part():
    assert actors("Lufthansa bought an Airbus A320 on Monday.", "bought") == {"Lufthansa"}


@pytest.mark.parametrize(
    ("text", "trigger", "names"),
    [
        (
            "Honda cut its prices. The Honda Civic was introduced in 1972. Honda rose.",
            "introduced",
            {"Honda", "Civic"},
        ),
        (
            "Sony released the PlayStation 3. The PlayStation reached Europe in March.",
            "reached",
            {"PlayStation 3"},
        ),
        (
            "Sony released the PlayStation 3. The original PlayStation was launched in 1994.",
            "launched",
            {"PlayStation"},
        ),
    ],
)
def test_what_a_firm_makes_is_launched_by_it_and_called_by_its_model(text, trigger, names):
    assert actors(text, trigger) == names
