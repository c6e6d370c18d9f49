"""Browsed: pages as somebody reads them, of the small chronology."""

import re
from html.parser import HTMLParser

from flask.testing import FlaskClient

INLINE = ("a", "span", "time", "strong", "code")


class Text(HTMLParser):
    """The words of a page, marked words in brackets, elements parted by blanks."""

    def __init__(self) -> None:
        super().__init__()
        self.parts: list[str] = []

    def handle_starttag(self, tag: str, attrs: object) -> None:  # noqa: ARG002
        self.parts.append("[" if tag == "mark" else "" if tag in INLINE else " ")

    def handle_endtag(self, tag: str) -> None:
        self.parts.append("]" if tag == "mark" else "" if tag in INLINE else " ")

    def handle_data(self, data: str) -> None:
        self.parts.append(data)


def words(html: str) -> str:
    reader = Text()
    reader.feed(html)
    return re.sub(r"\s+", " ", "".join(reader.parts))


def page(client: FlaskClient, path: str, status: int = 200) -> str:
    answer = client.get(path)
    assert (answer.status_code, answer.mimetype) == (status, "text/html"), answer.text
    return words(answer.text)
