"""Every row of the parser's rules that has an example does what it says on that example."""

import datetime

import pytest

from timeline.intake.syntax import parse
from timeline.lexicon import rows
from timeline.model.document import Block, BlockKind, Document
from timeline.model.statement import Relation, Statement
from timeline.parser.known.wordlists import word_list
from timeline.parser.read import read

PUBLISHED = datetime.date(2025, 3, 5)


def statements(example: str) -> tuple[Statement, ...]:
    text = example.replace("[", "").replace("]", "")
    document = Document(text, (Block(BlockKind.TEXT, 0, len(text)),), published=PUBLISHED)
    return read(document, parse(document))


def examples(name: str) -> list[object]:
    return [pytest.param(row, id=row.place) for row in rows(name)]


@pytest.mark.parametrize("row", examples("claims"))
def test_a_claim_word_gives_its_status(row):
    found = statements(row["example"])
    if row["effect"] == "said":
        assert any(statement.claim.claimed_by for statement in found)
    elif row["effect"] == "hypothetical":
        assert "asserted" not in {
            statement.claim.status.value for statement in found
        }  # told with a doubt, or not at all
    else:
        assert row["effect"] in {statement.claim.status.value for statement in found}


@pytest.mark.parametrize("row", examples("connectives"))
def test_a_connective_links_what_stands_on_both_sides(row):
    links = [link for statement in statements(row["example"]) for link in statement.links if link.sieve == "connective"]
    assert Relation(row["relation"]) in {link.relation for link in links}


@pytest.mark.parametrize("row", examples("scripts"))
def test_a_script_puts_the_later_after_the_earlier(row):
    (start, *_) = [
        link for statement in statements(row["example"]) for link in statement.links if link.sieve == "script"
    ]
    assert start.because == row["because"]


@pytest.mark.parametrize("row", examples("courses"))
def test_a_course_puts_what_is_told_next_on_the_day_or_after_it(row):
    found = statements(row["example"])
    told = next(s for s in found if f"[{s.trigger.text}" in row["example"])
    links = {(link.relation.value, link.because) for link in told.links if link.sieve == "course"}
    wanted = {"on": {("during", row["because"])}, "nowhere": set()}
    assert links == wanted.get(row["goes"], {("after", row["because"])})


@pytest.mark.parametrize("row", examples("light"))
def test_a_light_verb_leaves_the_noun_to_tell(row):
    noun = row["example"].partition("[")[2].partition("]")[0]
    assert noun in {statement.trigger.text for statement in statements(row["example"])}


@pytest.mark.parametrize("row", examples("quantities"))
def test_a_number_is_kept_with_what_it_counts(row):
    assert row["what"] in {number.what for statement in statements(row["example"]) for number in statement.quantities}


@pytest.mark.parametrize("row", examples("sorts"))
def test_a_word_for_a_sort_of_firm_means_the_one_named_before(row):
    told = [statement for statement in statements(row["example"]) if statement.trigger.text == "cut"]
    names = {role.actor.name for statement in told for role in statement.roles}
    assert any(name in row["example"] and name[:1].isupper() for name in names)


@pytest.mark.parametrize("row", examples("words"))
def test_a_word_of_a_list_is_met_in_its_example(row):
    text = row["example"].replace("[", "").replace("]", "")
    document = Document(text, (Block(BlockKind.TEXT, 0, len(text)),), published=PUBLISHED)
    word = row["example"].partition("[")[2].partition("]")[0]
    tokens = [token for sentence in parse(document) for token in sentence.tokens]
    assert any({token.text, token.lemma} & word_list(row["name"]) for token in tokens if token.text == word)
