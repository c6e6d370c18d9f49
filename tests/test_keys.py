"""Keys: made, kept as hashes, revoked, and what each scope opens."""

import datetime
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from flask import Flask

from tests.chronicle import made, serving
from timeline.cli import main
from timeline.errors import InputError, NotFoundError
from timeline.store.database import Store, moment
from timeline.store.keys import create_key, find_key, list_keys, note_use, revoke_key

TEXT = {"text": "Police arrested three men in Bergen on 4 March 2024.", "published": "2024-03-05"}
YESTERDAY = datetime.datetime.now(datetime.UTC) - datetime.timedelta(days=1)


def bearer(token: str) -> dict[str, str]:
    return {"Authorization": f"Bearer {token}"}


def test_a_key_is_found_by_its_token_and_by_no_other(store: Store) -> None:
    key, token = create_key(store, "newsroom", ["write"])
    assert find_key(store, token) == key
    other = token[:-1] + ("A" if token[-1] != "A" else "B")
    assert [find_key(store, wrong) for wrong in (other, token[3:], f"{token} ", "", "tl_" + "0" * 12 + token[15:])] == [
        None
    ] * 5


def test_the_secret_is_kept_nowhere(store: Store) -> None:
    key, token = create_key(store, "newsroom", ["write"])
    secret = token.removeprefix(f"tl_{key.id}_")
    kept = store.database.execute_sql("SELECT * FROM api_key").fetchall()
    assert len(kept) == 1
    assert secret not in repr(kept)


def test_a_revoked_key_stays_in_the_list_and_is_good_for_nothing(store: Store) -> None:
    key, token = create_key(store, "newsroom", ["write"])
    first = revoke_key(store, key.id)
    assert revoke_key(store, key.id) == first
    now = moment(store.now())
    assert [(one.id, one.state(now)) for one in list_keys(store)] == [(key.id, "revoked")]
    found = find_key(store, token)
    assert found is not None
    assert found.state(now) == "revoked"
    with pytest.raises(NotFoundError):
        revoke_key(store, "none")


@pytest.mark.parametrize(
    ("name", "scopes"), [("", ["write"]), ("x" * 101, ["write"]), ("x\n", ["write"]), ("x", []), ("x", ["all"])]
)
def test_a_key_that_cannot_be_is_refused(store: Store, name: str, scopes: list[str]) -> None:
    with pytest.raises(InputError):
        create_key(store, name, scopes)


def test_the_last_use_is_kept_to_the_minute_and_is_no_change_of_data(store: Store) -> None:
    key, _ = create_key(store, "newsroom", ["write"])
    note_use(store, key)
    (used,) = list_keys(store)
    assert used.used is not None
    note_use(store, used)
    assert list_keys(store) == [used]


@pytest.fixture
def app(tmp_path: Path) -> Iterator[Flask]:
    with serving(tmp_path / "timeline.db", is_filled=False) as served:
        yield served


@pytest.fixture
def private(tmp_path: Path) -> Iterator[Flask]:
    with serving(tmp_path / "timeline.db", private_reads=True) as served:
        yield served


def token_for(app: Flask, scope: str, expires: datetime.datetime | None = None) -> str:
    store = app.extensions["timeline.store"]
    if expires:
        store = replace(store, now=lambda: expires - datetime.timedelta(days=1))  # when it was made
    return create_key(store, f"{scope} key", [scope], expires=expires)[1]


@pytest.mark.parametrize(("scope", "status"), [("read", 403), ("write", 201), ("admin", 201)])
def test_writing_needs_the_scope_write(app: Flask, scope: str, status: int) -> None:
    answer = app.test_client().post("/v1/documents", json=TEXT, headers=bearer(token_for(app, scope)))
    assert answer.status_code == status, answer.text
    if status == 403:
        assert "error=insufficient_scope" in answer.headers["WWW-Authenticate"].replace('"', "")
        assert answer.content_type == "application/problem+json"


def test_expired_and_revoked_keys_are_told(app: Flask) -> None:
    client = app.test_client()
    answer = client.post("/v1/documents", json=TEXT, headers=bearer(token_for(app, "write", YESTERDAY)))
    assert (answer.status_code, "expired" in answer.get_json(force=True)["detail"]) == (401, True)
    token = token_for(app, "write")
    revoke_key(app.extensions["timeline.store"], token.split("_")[1])
    answer = client.post("/v1/documents", json=TEXT, headers=bearer(token))
    assert (answer.status_code, "revoked" in answer.get_json(force=True)["detail"]) == (401, True)
    assert "error=invalid_token" in answer.headers["WWW-Authenticate"].replace('"', "")


PATHS = ("/", "/v1/events", "/v1/events.csv", "/v1/actors", "/v1/documents", "/v1/types", "/events/none")


@pytest.mark.parametrize("path", PATHS)
def test_private_reads_need_a_key(private: Flask, path: str) -> None:
    client = private.test_client()
    refused = client.get(path)
    assert refused.status_code == 401
    assert [way.split()[0].lower() for way in refused.headers.getlist("WWW-Authenticate")] == ["bearer", "basic"]
    token = token_for(private, "read")
    allowed = client.get(path, headers=bearer(token))
    assert allowed.status_code in (200, 404)
    assert client.get(path, auth=("anybody", token)).status_code == allowed.status_code
    assert client.get(path, auth=("anybody", "guess")).status_code == 401


def test_no_cache_may_share_what_is_private(private: Flask) -> None:
    answer = private.test_client().get("/v1/events", headers=bearer(token_for(private, "read")))
    assert "private" in answer.headers["Cache-Control"]
    assert "Authorization" in answer.headers["Vary"]


def test_health_and_description_are_open_to_all(private: Flask) -> None:
    client = private.test_client()
    assert [client.get(path).status_code for path in ("/healthz", "/readyz", "/openapi.json", "/docs")] == [200] * 4


def test_a_password_opens_no_writing(app: Flask) -> None:
    answer = app.test_client().post("/v1/documents", json=TEXT, auth=("anybody", token_for(app, "admin")))
    assert answer.status_code == 401


def test_an_admin_makes_and_revokes_keys(app: Flask) -> None:
    client, admin = app.test_client(), bearer(token_for(app, "admin"))
    made = client.post("/v1/keys", json={"name": "feed", "scopes": ["write"], "expires": "2999-12-31"}, headers=admin)
    assert made.status_code == 201, made.text
    assert made.json["expires"].startswith("3000-01-01")
    assert client.post("/v1/documents", json=TEXT, headers=bearer(made.json["key"])).status_code == 201
    assert client.delete(f"/v1/keys/{made.json['id']}", headers=admin).status_code == 204
    assert client.post("/v1/documents", json=TEXT, headers=bearer(made.json["key"])).status_code == 401
    listed = client.get("/v1/keys", headers=admin)
    assert [(key["name"], key["state"]) for key in listed.json["keys"]] == [("admin key", "valid"), ("feed", "revoked")]
    assert "key" not in listed.json["keys"][1]
    assert client.delete("/v1/keys/none", headers=admin).status_code == 404


@pytest.mark.parametrize("scope", [None, "read", "write"])
def test_keys_are_for_admins(app: Flask, scope: str | None) -> None:
    headers = bearer(token_for(app, scope)) if scope else {}
    client = app.test_client()
    answers = (
        client.get("/v1/keys", headers=headers),
        client.post("/v1/keys", json={}, headers=headers),
        client.delete("/v1/keys/x", headers=headers),
    )
    assert {answer.status_code for answer in answers} == {403 if scope else 401}


@pytest.mark.parametrize(
    ("body", "pointer"),
    [
        ({"scopes": ["write"]}, "#/name"),
        ({"name": "x", "scopes": ["all"]}, "#/scopes/0"),
        ({"name": "x", "scopes": ["read"], "expires": "soon"}, "#/expires"),
        ({"name": "x", "scopes": ["read"], "expires": "2020-02-29"}, "#/expires"),
    ],
)
def test_a_bad_key_is_refused_with_a_pointer(app: Flask, body: dict[str, object], pointer: str) -> None:
    answer = app.test_client().post("/v1/keys", json=body, headers=bearer(token_for(app, "admin")))
    assert answer.status_code == 422
    assert answer.get_json(force=True)["errors"][0]["pointer"] == pointer


def test_the_command_line_makes_no_key_that_has_expired(tmp_path: Path, monkeypatch, capsys) -> None:
    monkeypatch.setenv("TIMELINE_DATABASE_URL", made(tmp_path / "timeline.db"))
    assert main(["keys", "create", "--name", "newsroom", "--scope", "write", "--expires", "2020-02-29"]) == 1
    out, err = capsys.readouterr()
    assert (out, err.count("\n"), "expires: that day is over" in err) == ("", 1, True)
    assert main(["keys", "list"]) == 0
    assert "no keys" in capsys.readouterr().out


def test_the_command_line_makes_lists_and_revokes(tmp_path: Path, monkeypatch, capsys) -> None:
    url = made(tmp_path / "timeline.db")
    monkeypatch.setenv("TIMELINE_DATABASE_URL", url)
    assert main(["keys", "create", "--name", "newsroom", "--scope", "write", "--expires", "2999-12-31"]) == 0
    out, err = capsys.readouterr()
    token = out.strip()
    identity = token.split("_")[1]
    assert (out.count("\n"), token.startswith("tl_"), identity in err) == (1, True, True)
    assert main(["keys", "list"]) == 0
    listed = capsys.readouterr().out
    assert (identity in listed, "valid" in listed, "newsroom" in listed, token in listed) == (True, True, True, False)
    assert main(["keys", "revoke", identity]) == 0
    assert "newsroom" in capsys.readouterr().out
    assert main(["keys", "list"]) == 0
    assert "revoked" in capsys.readouterr().out
    assert main(["keys", "revoke", "nosuchkey"]) == 1
