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
        ("Three masked men robbed a shop on Friday. The gang fled to Italy.", "fled", ["masked men"]),
        ("Gunmen hijacked a ferry on Monday. The band freed nine nurses.", "freed", ["gunmen", "nurses"]),
        ("Some 3,000 people marched on Sunday. The crowd threw eggs.", "threw", ["people"]),
        ("Hackers broke into a bank on Monday. The intruders stole $9 million.", "stole", ["hackers"]),
        ("Pirates took a tug. Ana Ruiz wept. Ivo Holt left. A mill burned. The hijackers fled.", "fled", ["pirates"]),
        ("Rebels fled on Monday. The rebels, who call themselves the Azuma Front, freed a nun.", "fled", ["Azuma Front"]),
        ("The rebels, a coalition calling itself the Azuma Front, freed a nun.", "freed", ["Azuma Front", "nun"]),
        ("The group behind the raid, which calls itself Redtail, freed a nun.", "freed", ["Redtail", "nun"]),
        ("Chad rebels sign\n\nThe rebel Azuma Front signed a truce. The rebels fled.", "fled", ["Azuma Front"]),
        ("Rebels of the Azuma Column fled on Monday. The rebels freed a nun.", "freed", ["Azuma Column", "nun"]),
        ("The Moro Harbour Front bought a mill on Monday. The Front freed a nun.", "freed", ["Moro Harbour Front", "nun"]),
        ("Rebels fought the army on Monday. A nun accused both sides of theft.", "accused", ["nun", "rebels", "army"]),
        ("Two men were expelled on Friday. Jorge Salas and Ivo Pinto had paid spies.", "expelled", ["Jorge Salas", "Ivo Pinto"]),
        ("Police seized a governor on Friday. Ivo Pinto, the governor of Orr, was held.", "seized", ["police", "Ivo Pinto"]),
    ],
)  # fmt: skip
def test_another_word_for_one_told_of_means_that_one(text, trigger, names):
    assert [role.actor.name for role in one(text, trigger).roles] == names


@pytest.mark.parametrize(
    ("text", "trigger", "names"),
    [
        ("Two rebels of the Azuma Column fled on Monday. The rebels freed a nun.", "freed", ["rebels", "nun"]),
        ("The army fought the rebel Azuma Front. Militants bombed a mill on Monday. The militants fled.", "fled", ["militants"]),
        ("Gunmen took a mill. Bandits took a tug. Ana wept. Ivo left. A bus burned. The attackers fled.", "fled", ["attackers"]),
        ("Police broke up a gang on Monday. Neighbours wept. The gang sold phones.", "sold", ["gang"]),
        ("Ana Ruiz sang in Oslo on Friday. The band won a prize.", "won", ["band"]),
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
