"""A harbour wall falls: one story as a text and as a page, and what a Document tells of it."""

from timeline.model.document import BlockKind, Document

STORY = (
    "The old harbour wall at Aberdeen fell early on Monday after two nights of storms from the north.",
    "Nobody was hurt, the harbour master said, but the port will stay closed until the weekend at least.",
    "The wall was built in 1871 and was last mended eleven years ago. The town has asked for help from the state.",
    "Fishing boats were sent to Peterhead on Tuesday, and the ferry to the islands will not run before Friday.",
)
TITLE = "Harbour wall falls in night of storms"
TEXT = f"{TITLE}\n\n0\n\nABERDEEN – " + "\n\n".join(STORY) + "\n\nLeave a Reply\n\nPost Comment"


def page(head: str = "") -> str:
    paragraphs = "".join(f"<p>{text}</p>" for text in (f"ABERDEEN – {STORY[0]}", *STORY[1:]))
    menu = "".join(f"<li><a href='/{name}'>{name}</a></li>" for name in ("Home", "World", "Sport", "Weather"))
    return f"""<!doctype html><html><head><title>{TITLE} - The Harbour Post</title>{head}</head><body>
        <nav><ul>{menu}</ul></nav><header><h1>{TITLE}</h1><span>0</span></header>
        <article><h1>{TITLE}</h1>{paragraphs}</article>
        <aside><h3>Related articles</h3><ul><li><a href="/x">Ferry strike of 3 October ends</a></li></ul></aside>
        <div id="comments"><h3>Leave a Reply</h3></div><footer>© 2024 The Harbour Post</footer></body></html>"""


def told(document: Document) -> list[str]:
    return [document.body[b.start : b.end] for b in document.blocks if b.kind is BlockKind.TEXT]
