"""Which names two texts have in common: whether they are of one story."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from babel import Locale

from timeline.lexicon import rows

Names = frozenset[str]

STEM = 6  # letters that a state and its people share
MAIN = 4  # names by which a text is found
SHARED = 3  # names that make a story
TWO = 2  # of which one is in both in full
SIDES = 2  # countries that count as one name when both texts have them: whom the story is between
COMMON = frozenset(  # stems of words that names of many have in common
    "united new north south east west northe southe easter wester presid prime minist genera suprem court nation "
    "intern centra state states city group bank univer counci union party march front assemb office depart airpor "
    "street road river island bridge prison hospit inc corp ltd plc holdin indust".split()
)
LOCAL = frozenset("police hospital council university school department office station".split())
BODIES = frozenset({"government", "organisation", "armed group", "company"})  # kinds of people.txt


@dataclass(frozen=True, slots=True)
class Story:
    """The names in a text but those of countries, which are in many texts: whole, and what each may be shortened to.

    `main` are those of most of its happenings, `countries` the stems of those that are left out.
    """

    names: tuple[tuple[str, Names], ...]
    whole: Names
    shortened: Names
    main: Names
    countries: Names

    def shares(self, other: "Story") -> int:
        """How many names are in the other, too, whole or shortened ('Halden Robotics', 'Halden'); two countries are one."""
        found = sum(
            name in other.whole or name in other.shortened or not forms.isdisjoint(other.whole)
            for name, forms in self.names
        )
        return found + (len(self.countries & other.countries) >= SIDES)

    def is_same(self, other: "Story") -> bool:
        """Whether three names are shared, or two of which one has several words, or half of those of the text with fewer."""
        shared = self.shares(other)
        return self.makes_one(other, shared) or (shared == TWO and self._shares_in_full(other))

    def is_strange(self, other: "Story") -> bool:
        """Whether nothing is shared, or one name, which many stories have or which is not half of those of the text with fewer."""
        shared = self.shares(other)
        if shared != 1:
            return shared == 0
        return not self.makes_one(other, shared) or any(
            _is_far_famed(name) for name, _ in self.names if name in other.whole or name in other.shortened
        )

    def _shares_in_full(self, other: "Story") -> bool:
        """Whether both texts have a name of several words ('Helen Birch')."""
        return any(" " in name and name in other.whole for name, _ in self.names)

    def makes_one(self, other: "Story", shared: int) -> bool:
        """Whether so many shared names are enough for that."""
        return shared >= SHARED or 0 < min(len(self.names), len(other.names)) <= 2 * shared


@lru_cache(maxsize=8192)
def story(context: tuple[str, ...]) -> Story:
    """The Story of a text in which these names stand, in small letters, those of most of its happenings first."""
    known = frozenset(name for name in without_parts(context) if stem(name) not in countries())
    names = [name for name in context if name in known]
    listed = tuple((stem(name), short_forms(name)) for name in names)
    whole = frozenset(name for name, _ in listed)
    main = frozenset().union(*({name, *last_word(name)} for name in names[:MAIN]))
    stems = frozenset(map(stem, context)) & countries()
    return Story(listed, whole, frozenset().union(*(forms for _, forms in listed)), main, stems)


@lru_cache(maxsize=65536)
def stem(name: str) -> str:
    """A name of one word without what makes it an adjective ('Pakistani'), as far as spelling tells."""
    return name if " " in name else name[:STEM]


@lru_cache(maxsize=65536)
def short_forms(name: str) -> Names:
    """What a longer name may be shortened to: its first words, or its last."""
    words = name.split()
    parts = {" ".join(part) for cut in range(1, len(words)) for part in (words[:cut], words[cut:])}
    return frozenset(stem(part) for part in parts if not _is_common(part))


@lru_cache(maxsize=65536)
def last_word(name: str) -> Names:
    """The last of several words, unless names of many end so ('Front', 'Ministry')."""
    first, _, last = name.rpartition(" ")
    return frozenset({last} if first and not _is_common(last) else ())


def _is_common(word: str) -> bool:
    return stem(word) in COMMON or word in bodies()


def _is_far_famed(name: str) -> bool:
    """'World Assembly', 'Liberation Front', in the news of many stories; not 'West Yorkshire Police', in those of a town."""
    words = name.split()
    return words[-1] not in LOCAL and any(_is_common(word) for word in words)


def without_parts(names: Sequence[str]) -> tuple[str, ...]:
    """Without those that are only a part of another ('Holm' beside 'Ada Holm')."""
    words = {name: set(name.split()) for name in names}
    return tuple(name for name in sorted(words) if not any(words[name] < words[other] for other in words))


@lru_cache(maxsize=1)
def bodies() -> Names:
    """What kinds of bodies are called: names of many end so, and in another text none is meant by that word alone."""
    nouns = [noun for row in rows("people") if row["kind"] in BODIES for noun in row.words("noun")]
    return frozenset(word for noun in nouns for word in (noun, f"{noun}s"))


@lru_cache(maxsize=1)
def countries() -> Names:
    """Stems of the names of all countries and of their people, as texts have them."""
    ours = [part for row in rows("states") for part in (row["name"], *row.words("aliases"), *row.words("demonyms"))]
    return frozenset(stem(name.casefold()) for name in (*ours, *Locale("en").territories.values()))


@lru_cache(maxsize=512)
def country_names(code: str) -> Names:
    """What the country with this ISO 3166 alpha-2 code is called, in small letters."""
    ours = (name for row in rows("states") if row["code"] == code for name in (row["name"], *row.words("aliases")))
    return frozenset(name.casefold() for name in (*ours, Locale("en").territories.get(code, "")) if name)
