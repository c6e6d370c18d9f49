"""How often one client may ask: counted in fixed windows, told in the fields of the IETF's draft on RateLimit headers."""

import ipaddress
import logging
import math
import time

from flask import Flask, Response, g, request
from limits import RateLimitItem, parse
from limits.errors import ConfigurationError
from limits.storage import storage_from_string
from limits.strategies import FixedWindowRateLimiter

from timeline.api.problems import problem
from timeline.errors import SettingError
from timeline.settings import Settings

FREE_PATHS = ("/healthz", "/readyz", "/metrics", "/static/")
OFF = "none"
DETAIL = "This client asks more often than it may; come back when Retry-After says."

logger = logging.getLogger(__name__)


class Limiter:
    """Counts requests by client. In memory each process counts for itself; in Redis all of them together."""

    def __init__(self, item: RateLimitItem, storage_url: str) -> None:
        self.item = item
        self._window = FixedWindowRateLimiter(storage_from_string(storage_url))

    def check(self) -> Response | None:
        """Before a request: None when it may go on, else the 429. What it left is kept for the headers."""
        if request.method == "OPTIONS" or request.path.startswith(FREE_PATHS):
            return None
        client = client_of(request.remote_addr or "")
        try:
            may = self._window.hit(self.item, client)
            stats = self._window.get_window_stats(self.item, client)
        except Exception as error:  # a storage of another kind may raise anything: better to answer than to count
            logger.warning("requests are not counted: %s", error)
            return None
        seconds = max(0, math.ceil(stats.reset_time - time.time()))
        g.quota = stats.remaining, seconds
        return None if may else _refusal(seconds)

    def tell(self, response: Response) -> Response:
        """After a request: what is allowed, and what is left of it."""
        if "quota" in g:
            left, seconds = g.quota
            response.headers["RateLimit-Policy"] = f'"default";q={self.item.amount};w={self.item.get_expiry()}'
            response.headers["RateLimit"] = f'"default";r={left};t={seconds}'
        return response


def register(app: Flask, settings: Settings) -> None:
    """Limits the requests of an application, as the settings say. SettingError for what cannot be."""
    if (limiter := limiter_of(settings)) is not None:
        app.before_request(limiter.check)
        app.after_request(limiter.tell)


def limiter_of(settings: Settings) -> Limiter | None:
    """As the settings say, None for no limit. SettingError for what cannot be."""
    if settings.rate_limit == OFF:
        return None
    try:
        item = parse(settings.rate_limit)
    except ValueError as error:
        raise SettingError(
            f"TIMELINE_RATE_LIMIT: {settings.rate_limit!r} cannot be used (write it as 100/minute)"
        ) from error
    try:
        return Limiter(item, settings.redis_url or "memory://")
    except (ValueError, ConfigurationError) as error:
        raise SettingError(f"TIMELINE_REDIS_URL: {error} ('redis://…' needs the extra redis)") from error


def client_of(address: str) -> str:
    """Whom an address belongs to: a machine, or a network of IPv6, in which one machine has addresses without end."""
    try:
        known = ipaddress.ip_address(address)
    except ValueError:
        return address
    return str(known) if known.version == 4 else str(ipaddress.ip_network((known, 64), strict=False))


def _refusal(seconds: int) -> Response:
    response = problem(429, DETAIL)
    response.headers["Retry-After"] = str(max(1, seconds))
    return response
