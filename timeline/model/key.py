"""Key: who may do what. A secret is told once, when it is made; nothing here or in the store knows it."""

from dataclasses import dataclass

SCOPES = ("read", "write", "admin")  # each may do what those before it may


@dataclass(frozen=True, slots=True)
class Key:
    """A key as it is listed. Moments are ISO 8601 in UTC, None for what has not been."""

    id: str
    name: str
    scopes: tuple[str, ...]
    created: str | None = None
    expires: str | None = None
    used: str | None = None
    revoked: str | None = None

    def allows(self, scope: str) -> bool:
        """Whether it may do what needs that scope."""
        return any(SCOPES.index(own) >= SCOPES.index(scope) for own in self.scopes)

    def state(self, now: str) -> str:
        """'valid', 'expired' or 'revoked' at a moment."""
        if self.revoked is not None:
            return "revoked"
        return "expired" if self.expires is not None and self.expires <= now else "valid"
