"""What is remembered of texts has an end: a server that reads for months meets new words all the time."""

import ast
from itertools import product
from pathlib import Path

import numpy as np
import pytest

from tests.telling import told
from timeline import vectors
from timeline.intake import syntax
from timeline.parser.times.grammar import grammar

ROOM = Path(__file__).parent.parent / "timeline"
# What a function with an endless memory may be asked: names that stand in our code and rules, never a word of a text.
OURS = {
    "capitals._listed(kind)", "clues._telling(name)", "course._courses_of(type_, mode)", "compounds.words_beside(column)",
    "arranged.words_of_class(name)", "lexicon.rows(name, language)", "near.words_of(subject)", "quantities.counted(where)",
    "asking._columns(table)", "asking._insertion(table, mark)", "course._timeless(type_, mode)",
    "scripts.scripts_after(type_, mode)", "syntax._loaded(model)", "utterances._rows(is_warning)",
}  # fmt: skip
WORDS = [f"{first}{second}{third}" for first, second, third in product("bdkmt", "aeiou", ["rn", "lt", "sh"])]


def endless():
    """Each function that is cached without a bound and takes something."""
    for path in ROOM.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef) and any(ast.unparse(each) == "cache" for each in node.decorator_list):
                asked = [each.arg for each in (*node.args.args, *node.args.kwonlyargs)]
                if asked:
                    yield f"{path.stem}.{node.name}({', '.join(asked)})"


def test_no_memory_without_an_end_is_asked_for_words_of_a_text():
    assert set(endless()) == OURS


def tables():
    """A new one of each that remembers words."""
    whole = vectors.meanings()
    weights, telling = vectors.weights(), vectors.telling()
    return (
        vectors.Meanings(whole.tokenizer, whole.pieces),
        vectors.Weights(weights.labels, weights.names, weights.clues, weights.words, weights.company, weights.base),
        vectors.Telling(telling.names, telling.verb, telling.noun, telling.base, telling.share),
    )


def what_words_say():
    """Of each word by itself and beside another, twice; and how much the tables hold in the end."""
    meanings, weights, telling = tables()
    beside = weights.said_beside(np.zeros(len(weights.labels), np.float32))
    said = [
        np.concatenate(
            [
                meanings.of([word]),
                meanings.of([word, "harbour"]),
                weights.scores([], [[word]], beside),
                [telling.odds(0.0, word, is_verb=True), telling.odds(0.0, word, is_verb=False)],
            ]
        )
        for word in WORDS * 2
    ]
    return np.array(said), [len(each) for each in (meanings.known, meanings.alone, weights.known, telling.known)]


def test_what_words_mean_is_the_same_however_few_are_remembered(monkeypatch):
    said, sizes = what_words_say()
    assert min(sizes) >= len(WORDS)
    monkeypatch.setattr(vectors, "MOST_REMEMBERED", 7)
    again, sizes = what_words_say()
    assert max(sizes) <= 7
    assert np.array_equal(said, again)


def test_what_the_pipeline_finds_of_words_is_kept_for_so_many_and_no_more(monkeypatch):
    pipeline = syntax._pipeline(syntax.DEFAULT_MODEL)
    kept = pipeline.get_pipe("lemmatizer").cache
    text = "Quarrymen flensed the walruses, and ferrymen scuppered two tugs."
    before = told(text)
    known = len(kept)
    kept.clear()
    monkeypatch.setattr(syntax, "MOST_REMEMBERED", 3)
    assert told(text) == before
    assert len(kept) == 3 <= known


@pytest.mark.parametrize("most", [0, 2])
def test_what_rules_can_begin_is_kept_for_so_many_and_no_more(monkeypatch, most):
    monkeypatch.setattr("timeline.parser.times.grammar.MOST_REMEMBERED", most)
    found = grammar()
    signs = sorted(found.beginning)[:12]
    expected = {a + b + c: found.beginning_with(a + b + c) for a, b, c in product(signs, repeat=3)}
    found.continued.clear()
    found.candidates.clear()
    assert {prefix: found.beginning_with(prefix) for prefix in expected} == expected
    assert len(found.continued) == len(found.candidates) == most
