"""Checked: the claim that a fact check looks into is alleged, and denied where its verdict is that it is false."""

import re
from collections.abc import Sequence
from dataclasses import replace

from timeline.model.statement import Claim, Status
from timeline.parser.mentions.mention import Mention

CLAIM = re.compile(r"\s*(?:the )?(?:claim|rumou?r|myth)\s*:", re.IGNORECASE)
VERDICT = re.compile(
    r"^\s*(?:our |the )?(?:verdict|rating|fact|facts|truth|conclusion|assessment)\s*[:–-]\s*"
    r"(?:this is |that is |it is |mostly |entirely )?(?:false|fake|no\b|not true|untrue|wrong|misleading|fabricated|a hoax|hoax)",
    re.IGNORECASE | re.MULTILINE,
)


def checked(body: str, told: Sequence[tuple[Mention, Claim]]) -> list[tuple[Mention, Claim]]:
    """The happenings with their Claims: 'CLAIM: A video shows a strike on the port. VERDICT: False.'"""
    if not any(CLAIM.match(line) for line in body.splitlines()):
        return list(told)
    return [(mention, _of_check(body, mention, found)) for mention, found in told]


def _of_check(body: str, mention: Mention, found: Claim) -> Claim:
    sentence = mention.tree.sentence
    line = body[body.rfind("\n", 0, sentence.start) + 1 : sentence.end]
    if found.status not in {Status.ASSERTED, Status.ALLEGED} or not CLAIM.match(line):
        return found
    return replace(found, status=Status.DENIED if VERDICT.search(body, sentence.end) else Status.ALLEGED)
