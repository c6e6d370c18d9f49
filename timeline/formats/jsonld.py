"""JSON-LD: events as schema.org's Event, with who took part, where, and the article that tells it."""

from collections.abc import Iterable, Iterator

import orjson

from timeline.formats.format import About, Format, Shape, status_words, when_words

CONTEXT = [
    "https://schema.org/",
    {"edtf": {"@id": "http://schema.org/temporal", "@type": "http://id.loc.gov/datatypes/edtf/EDTF"}},
]
KINDS = {
    "state": "Country", "government": "GovernmentOrganization", "company": "Corporation", "person": "Person",
    "unknown": "Thing",
}  # fmt: skip
STATUSES = {"cancelled": "https://schema.org/EventCancelled"}
SCHEDULED = "https://schema.org/EventScheduled"


def write(events: Iterable[Shape], about: About) -> Iterator[bytes]:
    """One graph, a node at a time."""
    yield b'{"@context":' + orjson.dumps(CONTEXT) + b',"@graph":['
    for number, event in enumerate(events):
        yield (b"," if number else b"") + orjson.dumps(_node(event, about))
    yield b"]}\n"


def _node(event: Shape, about: About) -> Shape:
    when = event["when"]
    node = {
        "@type": "Event",
        "@id": about.page(event) or f"urn:ulid:{event['id']}",
        "identifier": event["id"],
        "name": event["headline"],
        "description": event["quote"],
        "disambiguatingDescription": f"{when_words(when)}; {status_words(event)}",
        "keywords": [word for word in (event["type"], event["mode"], event["status"]) if word],
        "eventStatus": STATUSES.get(event["status"], SCHEDULED),
        "startDate": when["earliest"],
        "endDate": when["latest"],
        "edtf": when["edtf"],
        "location": _place(event["place"]),
        "about": [_role(actor) for actor in event["actors"]],
        "subjectOf": _article(event["source"]),
        "url": about.page(event),
    }
    return {name: value for name, value in node.items() if value not in (None, [])}


def _role(actor: Shape) -> Shape:
    """schema.org's way to say as what somebody is in an event: a Role between them."""
    somebody = {"@type": KINDS.get(actor["kind"], "Organization"), "name": actor["name"]}
    if actor["country"] and actor["kind"] == "state":
        somebody["identifier"] = actor["country"]
    return {"@type": "Role", "roleName": actor["role"], "about": somebody}


def _place(place: Shape | None) -> Shape | None:
    if place is None:
        return None
    node: Shape = {"@type": "Place", "name": place["name"]}
    if place["country"]:
        node["address"] = {"@type": "PostalAddress", "addressCountry": place["country"]}
    if place["latitude"] is not None and place["longitude"] is not None:
        node["geo"] = {"@type": "GeoCoordinates", "latitude": place["latitude"], "longitude": place["longitude"]}
    return node


def _article(source: Shape) -> Shape | None:
    publisher = {"@type": "NewsMediaOrganization", "name": source["name"]} if source["name"] else None
    known = {"url": source["url"], "datePublished": source["published"], "publisher": publisher}
    told = {name: value for name, value in known.items() if value}
    return {"@type": "NewsArticle", **told} if told else None


FORMAT = Format("jsonld", "application/ld+json", "schema.org events, for search engines and graphs", write)
