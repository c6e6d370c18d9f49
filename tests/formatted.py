"""Formatted: the chronology in each format, and what should be in it."""

from flask.testing import FlaskClient

from timeline.formats import FORMATS

ORDER = [
    "Raid on a frontier post", "Envoys meet in Doha", "Second meeting in Istanbul", "Pakistan bombs villages",
    "Visit to Kabul", "Dock workers walk out", "Bridge falls", "Elders quarrel",
]  # fmt: skip
DATED = ORDER[:6]


def content(client: FlaskClient, suffix: str, query: str = "") -> bytes:
    answer = client.get(f"/v1/events.{suffix}?{query}")
    assert answer.status_code == 200, answer.text
    assert answer.mimetype == FORMATS[suffix].media
    return answer.data
