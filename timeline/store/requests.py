"""Requests that carry an Idempotency-Key, with their answers: asked again, they are answered again and not done again."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass

from timeline.errors import ConflictError
from timeline.store.codec import text_of, value_of
from timeline.store.database import Store, moment, rows
from timeline.store.ledger import Request

KEPT = datetime.timedelta(hours=24)
ABANDONED = datetime.timedelta(minutes=10)  # a request that has no answer by then was cut off


@dataclass(frozen=True, slots=True)
class Answered:
    """An answer that was given; `digest` is of what was asked."""

    digest: str
    status: int
    headers: Mapping[str, str]
    body: str


def begin(store: Store, identity: str) -> Answered | None:
    """The answer given to this request before, None when it is to be done now. ConflictError while it is being done."""
    now = store.now()
    with store.writing() as writing:
        Request.delete().where(Request.at < moment(now - KEPT)).execute(writing.database)
        cut_off = (Request.id == identity) & Request.status.is_null() & (Request.at < moment(now - ABANDONED))
        Request.delete().where(cut_off).execute(writing.database)
        columns = (Request.digest, Request.status, Request.headers, Request.body)
        found = rows(Request.select(*columns).where(Request.id == identity), writing.database)
        if not found:
            Request.insert(id=identity, at=writing.at).execute(writing.database)
            return None
    digest, status, headers, body = found[0]
    if status is None:
        raise ConflictError("a request with this Idempotency-Key is being done right now: ask again soon")
    return Answered(digest, status, value_of(headers), body)


def keep_answer(store: Store, identity: str, answer: Answered) -> None:
    """Keep the answer for those who ask again."""
    with store.writing() as writing:
        query = Request.update(
            digest=answer.digest, status=answer.status, headers=text_of(dict(answer.headers)), body=answer.body
        )
        query.where(Request.id == identity).execute(writing.database)


def forget(store: Store, identity: str) -> None:
    """The request was not done: it may be tried again."""
    with store.writing() as writing:
        Request.delete().where(Request.id == identity).execute(writing.database)
