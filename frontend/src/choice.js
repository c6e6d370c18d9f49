// The event that is pointed at, and the one that is open: shown, told, walked to.

import { made } from "./made.js";

export class Choice {
  hovered = -1;
  selected = -1;
  open = null; // its id

  /** `element` gives {known, stage, mover, parts, lists, cards, dates, words, service, level, say(text), tell(name, detail)}. */
  constructor(element) {
    this.element = element;
  }

  /** After other events have come: nothing is pointed at, the open one is looked for anew. */
  renew() {
    this.hovered = -1;
    this.selected = this.open && this.element.known.bands ? this.element.known.bands.placeOf(this.open) : -1;
  }

  hover(i) {
    if (i === this.hovered) return;
    this.hovered = i;
    this.element.stage.redraw();
  }

  pointAt(at) {
    const { stage, mover, parts } = this.element;
    const found = at && mover.view ? stage.hitAt(at) : -1;
    parts.canvas.style.cursor = found >= 0 ? "pointer" : "";
    this.hover(found);
  }

  pointTo(id) {
    const { bands } = this.element.known;
    if (bands) this.hover(bands.placeOf(id));
  }

  press(at) {
    const { stage, parts, known } = this.element;
    parts.chart.focus({ preventScroll: true });
    const found = stage.hitAt(at);
    this.select(found >= 0 ? known.bands.id(found) : null, "chart");
  }

  /** To the next event in time (1) or the one before (-1). */
  walk(by) {
    const { known: { bands }, mover, stage } = this.element;
    if (!bands) return;
    const inView = bands.inView(...mover.days);
    let i = this.hovered >= 0 ? this.hovered + by : by > 0 ? inView[0] : inView.at(-1);
    while (i >= 0 && i < bands.size && !bands.isDated(i)) i += by;
    if (!(i >= 0 && i < bands.size)) return;
    this.hover(i);
    const { start, end } = mover.view;
    if (bands.lo[i] < start || bands.lo[i] >= end) mover.center(bands.lo[i]);
    stage.reveal(i);
    this.#announce(i);
  }

  async #announce(i) {
    const { known, dates, words, say, stage } = this.element;
    const [id, status, bounds] = [known.bands.id(i), known.bands.status(i), known.bands.bounds(i)];
    if (!known.headline(i)) {
      await known.events([id]).catch(() => null);
      stage.redraw();
    }
    const claim = status === "asserted" ? "" : ` (${words.statuses[status] ?? status})`;
    say(`${dates.span(bounds)}: ${known.headline(i) ?? ""}${claim}`);
  }

  openWalked() {
    if (this.hovered >= 0) this.select(this.element.known.bands.id(this.hovered), "chart");
  }

  leave() {
    if (this.open) this.select(null, "chart");
    else this.hover(-1);
  }

  /** Opens the event with an id, or closes with null; `where` it was chosen, in the 'chart' or in a 'list'. */
  async select(id, where) {
    this.open = id;
    const { known, stage } = this.element;
    this.selected = id && known.bands ? known.bands.placeOf(id) : -1;
    stage.redraw();
    if (id) await this.#show(id, where);
    else this.#close();
  }

  #close() {
    const { parts: { detail, chart }, tell } = this.element;
    const hadFocus = detail.contains(detail.getRootNode().activeElement);
    detail.hidden = true;
    detail.replaceChildren();
    this.#place(null, false);
    if (hadFocus) chart.focus({ preventScroll: true });
    tell("event-timeline-select", { id: null, event: null });
  }

  async #show(id, where) {
    const { service, cards, words, parts: { detail }, say, tell } = this.element;
    let event;
    try {
      event = await service.event(id);
    } catch (error) {
      return say(`${words.failed} ${error.message}`);
    }
    if (this.open !== id) return undefined;
    const isInList = where === "list";
    detail.replaceChildren(...(isInList ? [] : this.#head(event)), ...cards.whole(event));
    detail.hidden = false;
    detail.setAttribute("aria-label", event.headline);
    this.#place(id, isInList);
    if (!isInList) say(event.headline);
    return tell("event-timeline-select", { id, event });
  }

  /** Puts what is told below its entry in the list, or below the chart. */
  #place(id, isInList) {
    const { lists, parts: { body, detail, legend } } = this.element;
    for (const list of lists) list.expand(isInList ? id : null, isInList ? detail : null);
    if (!isInList) body.insertBefore(detail, legend);
  }

  #head(event) {
    const { words, cards, level } = this.element;
    return [
      made(
        "div",
        { class: "top" },
        made("div", { class: "heading", role: "heading", "aria-level": level }, event.headline),
        made("button", { type: "button", class: "close", "aria-label": words.close, onclick: () => this.select(null, "chart") }, "✕"),
      ),
      made("p", { class: "date" }, cards.when(event.when)),
      cards.badges(event),
    ];
  }
}
