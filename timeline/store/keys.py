"""Keys, kept as hashes: made, listed, revoked, and found by what a client shows.

A token is 'tl_ID_SECRET'. The ID finds the row; of the secret (256 random bits, so that a plain hash will do) only the
SHA-256 is kept.
"""

import datetime
import hashlib
import hmac
import re
import secrets
from collections.abc import Collection

from timeline.errors import InputError, NotFoundError, StoreError
from timeline.model.key import SCOPES, Key
from timeline.store.database import Store, moment, rows
from timeline.store.ledger import ApiKey

PREFIX = "tl"
TOKEN = re.compile(rf"{PREFIX}_([0-9a-f]{{12}})_([\w-]{{43}})", re.ASCII)
LONGEST_NAME = 100
USED_EVERY = datetime.timedelta(minutes=1)  # 'used' is no finer, so that not every request writes
NOBODY = hashlib.sha256(b"").hexdigest()

COLUMNS = (
    ApiKey.id, ApiKey.name, ApiKey.scopes, ApiKey.created, ApiKey.expires, ApiKey.used, ApiKey.revoked, ApiKey.digest,
)  # fmt: skip


def create_key(
    store: Store, name: str, scopes: Collection[str], *, expires: datetime.datetime | None = None
) -> tuple[Key, str]:
    """A new key and its token, which nobody can ask for again. InputError for a name, scope or end that cannot be."""
    if not name.strip() or len(name) > LONGEST_NAME or not name.isprintable():
        raise InputError(f"is no text of 1 to {LONGEST_NAME} characters", place="name")
    if not scopes or not set(scopes) <= set(SCOPES):
        raise InputError(f"none of {', '.join(SCOPES)}", place="scopes")
    if expires is not None and expires <= store.now():
        raise InputError("that day is over: the key would be good for nothing", place="expires")
    secret = secrets.token_urlsafe(32)
    with store.writing() as writing:
        key = Key(
            secrets.token_hex(6), name.strip(), tuple(scope for scope in SCOPES if scope in scopes), writing.at,
            moment(expires) if expires else None,
        )  # fmt: skip
        ApiKey.insert(
            id=key.id, name=key.name, scopes=" ".join(key.scopes), created=key.created, expires=key.expires,
            digest=_hash(secret),
        ).execute(writing.database)  # fmt: skip
    return key, f"{PREFIX}_{key.id}_{secret}"


def find_key(store: Store, token: str) -> Key | None:
    """The key of a token, valid or not; None for a token that is none of ours. Takes as long for a wrong secret as for a right."""
    found = TOKEN.fullmatch(token)
    if found is None:
        return None
    with store.reading() as database:
        kept = rows(ApiKey.select(*COLUMNS).where(ApiKey.id == found[1]), database)
    digest = kept[0][-1] if kept else NOBODY
    return _key(kept[0]) if hmac.compare_digest(_hash(found[2]), digest) and kept else None


def list_keys(store: Store) -> list[Key]:
    """All keys, the first made first, revoked ones too."""
    with store.reading() as database:
        return [_key(row) for row in rows(ApiKey.select(*COLUMNS).order_by(ApiKey.created, ApiKey.id), database)]


def revoke_key(store: Store, identity: str) -> Key:
    """The key, of no more use from now on; revoking it again changes nothing. NotFoundError for no such id."""
    with store.writing() as writing:
        query = ApiKey.update(revoked=writing.at).where((ApiKey.id == identity) & ApiKey.revoked.is_null())
        query.execute(writing.database)
        kept = rows(ApiKey.select(*COLUMNS).where(ApiKey.id == identity), writing.database)
    if not kept:
        raise NotFoundError(f"no key has the id {identity}")
    return _key(kept[0])


def note_use(store: Store, key: Key) -> None:
    """Keep that it was used now, at most once a minute; a database that is busy or only to be read is let be."""
    now = store.now()
    if key.used is not None and key.used > moment(now - USED_EVERY):
        return
    try:
        with store.reading() as database:
            ApiKey.update(used=moment(now)).where(ApiKey.id == key.id).execute(database)
    except StoreError:
        return


def _hash(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()


def _key(row: tuple[str, ...]) -> Key:
    identity, name, scopes, created, expires, used, revoked, _ = row
    return Key(identity, name, tuple(scopes.split()), created, expires, used, revoked)
