"""Somebody told of before, or named only later, by another word."""

import pytest

from tests.telling import one


@pytest.mark.parametrize(
    ("text", "trigger", "names"),
    [
        ("Gunmen robbed a bank in Ulm on Monday. The attackers fled to Italy.", "fled", ["gunmen"]),
        ("Nine miners were trapped on Monday. Rescuers freed the men on Friday.", "freed", ["rescuers", "miners"]),
        ("Three hikers vanished on Monday. The three were freed on Friday.", "freed", ["hikers"]),
        ("The Azuma Army took Bafo on Monday. The rebels freed nine nurses.", "freed", ["Azuma Army", "nurses"]),
        ("Carla Reis was elected president of Malta on Friday. The president resigned on Monday.", "resigned", ["Carla Reis"]),
        ("Carla Reis won the vote on Friday. The former judge met Paulo Tavares.", "met", ["Carla Reis", "Paulo Tavares"]),
        ("Carla Reis beat Paulo Tavares on Friday. Her rival resigned on Monday.", "resigned", ["Paulo Tavares"]),
        ("Judge Anna Weiss freed Jan Kulik on Friday. The pensioner married a nurse.", "married", ["Jan Kulik", "nurse"]),
        ("Police praised Jan Kulik on Friday. The father of three married a nurse.", "married", ["Jan Kulik", "nurse"]),
        ("Jan Kulik was born in Graz in 1930, the son of a tailor. He married in 1960.", "married", ["Jan Kulik"]),
        ("Jan Kulik died on Friday, his daughter, Anna Kulik, said. Mr Kulik married in 1960.", "married", ["Jan Kulik"]),
        ("A man stabbed a nurse on Friday. Police named the attacker as Rolf Kern.", "stabbed", ["Rolf Kern", "nurse"]),
        ("A tourist fell from a wall on Friday. She was identified as Brenda Cole.", "fell", ["Brenda Cole"]),
        ("A Dutch firm won a contract on Friday. Noordkracht bought a mill on Monday.", "won", ["Noordkracht"]),
        ("A grain trader bought a port on Friday. Delta Agro sold a mill on Monday.", "bought", ["Delta Agro"]),
        ("Masked men raided a jail on Friday. The raiders killed two guards.", "killed", ["masked men", "guards"]),
        ("Two men were expelled on Friday. Jorge Salas and Ivo Pinto had paid spies.", "expelled", ["Jorge Salas", "Ivo Pinto"]),
    ],
)  # fmt: skip
def test_another_word_for_one_told_of_means_that_one(text, trigger, names):
    assert [role.actor.name for role in one(text, trigger).roles] == names


@pytest.mark.parametrize(
    ("text", "trigger", "names"),
    [
        ("Anna Weiss and Jan Kulik spoke on Friday. The pensioner married a nurse.", "married", ["pensioner", "nurse"]),
        ("Gunmen and soldiers fought on Monday. Three women were freed. The men fled to Italy.", "fled", ["men"]),
        ("Two firemen were hurt on Friday. Neighbours Ana Ruiz and Ivo Holt called the police.", "hurt", ["firemen"]),
        ("The Eastern Front fought the Islamic Brigade on Monday. The militants freed a nun.", "freed", ["militants", "nun"]),
        ("A nurse was stabbed on Friday. Police named the attacker as Rolf Kern.", "stabbed", ["nurse"]),
        ("A bank sacked its chief on Friday. Kessler married in May.", "sacked", ["bank", "chief"]),
        ("Jan Kulik married Anna Blau, the daughter of a tailor. She died on Friday.", "died", ["Anna Blau"]),
    ],
)  # fmt: skip
def test_a_word_that_may_mean_several_means_none_of_them(text, trigger, names):
    assert [role.actor.name for role in one(text, trigger).roles] == names
