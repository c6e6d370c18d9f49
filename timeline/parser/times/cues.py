"""Cues: by which words a text speaks of the past and of what is to come."""

from timeline.parser.times.vocabulary import PAST_WORD, Vocabulary


class Cues:
    """The signs of words that speak of past and future, from the classes of times-words.txt."""

    def __init__(self, words: Vocabulary) -> None:
        self.future = frozenset(words.classes["future"] | words.classes["modal"])
        self.strong = frozenset(words.classes["strongfuture"])
        self.forward = frozenset(words.classes["forward"])
        self.reporting = frozenset(words.classes["reporting"])
        self.ready = frozenset(words.classes["ready"])
        self.wrought = frozenset(words.classes["wrought"])
        self.to, self.be = words["to"], words["be"]
        self.months = words.classes["monthname"] | words.classes["monthabbr"]
        self.openers = frozenset(words.classes["opener"])
        self.could = words["could"]
        self.present = frozenset({words["is"], words["are"]})
        self.dayparts = words.classes["daypart"]
        self.appointing = words.classes["weekday"]  # what stands after 'for' was appointed
        regular = {sign for word, sign in words.own.items() if word.islower() and word.endswith("ed")}
        self.past = (frozenset(words.classes["pastverb"]) | regular | {PAST_WORD}) - self.future - self.ready
