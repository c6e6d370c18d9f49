"""Addresses of the web as texts and people give them. However odd one is, it is never an error here."""

from urllib.parse import SplitResult, urlsplit

NOWHERE = SplitResult("", "", "", "", "")


def parts(address: str | None) -> SplitResult:
    """Its parts; all are empty for what cannot be one, such as 'http://['."""
    try:
        return urlsplit(address or "")
    except ValueError:
        return NOWHERE


def is_web(address: str | None) -> bool:
    """Whether it is one of the web and names a host: only then may it be a link ('javascript:…' would run)."""
    found = parts(address)
    return found.scheme in ("http", "https") and bool(found.hostname)


def host(address: str | None) -> str | None:
    """Its host without 'www.', which stands for the outlet where no name is given."""
    return (parts(address).hostname or "").removeprefix("www.") or None
