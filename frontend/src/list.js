// The events in words, a page at a time: the same as the picture, for those who read or hear. One stop for the keyboard;
// arrows go from entry to entry.

import { made } from "./made.js";

export const PAGE = 20;

export class List {
  /** `chart` gives {cards, words, dates, select(id), point(id)}. `ids(from, count)` may come later, by `show`. */
  constructor(chart, { heading, level = "2" }) {
    this.chart = chart;
    this.heading = heading ? made("div", { class: "heading", role: "heading", "aria-level": level }, heading) : made("span");
    this.range = made("span", { class: "range" });
    this.items = made("ol", { class: "items", onkeydown: (event) => this.#key(event) });
    this.back = made("button", { type: "button", onclick: () => this.turn(-1) }, chart.words.previous);
    this.on = made("button", { type: "button", onclick: () => this.turn(1) }, chart.words.next);
    this.paging = made("div", { class: "paging" }, this.back, this.on);
    this.notice = made("p", { class: "notice", hidden: true });
    this.element = made("section", { class: "list" }, made("div", { class: "top" }, this.heading, this.range), this.notice, this.items, this.paging);
    this.open = null;
    this.page = 0;
  }

  /** Shows a list from its first page: `total` entries, `fetch(from, count)` gives the events there. */
  async show(total, fetch) {
    this.page = 0;
    this.total = total;
    this.fetch = fetch;
    await this.#load();
  }

  async turn(by) {
    this.page += by;
    await this.#load();
    this.#buttons()[0]?.focus();
  }

  async #load() {
    const turn = (this.turning = Symbol("turn"));
    const from = this.page * PAGE;
    const events = this.total ? await this.fetch(from, PAGE) : [];
    if (turn !== this.turning) return; // a later one is on its way
    this.#fill(events, from);
  }

  #fill(events, from) {
    const { words, dates } = this.chart;
    const had = this.#focused();
    this.items.replaceChildren(...events.map((event, number) => this.#entry(event, number)));
    this.notice.hidden = events.length > 0;
    this.notice.textContent = words.nothingInView;
    const said = [from + 1, from + events.length, this.total].map((number) => dates.number(number));
    this.range.textContent = events.length ? words.listRange(...said) : "";
    this.back.hidden = this.page === 0;
    this.on.hidden = from + events.length >= this.total;
    this.paging.hidden = this.back.hidden && this.on.hidden;
    if (had) this.#buttons().find((button) => button.dataset.id === had)?.focus({ preventScroll: true });
    if (this.open) this.#expand(this.open);
  }

  #focused() {
    const active = this.element.getRootNode().activeElement;
    return this.items.contains(active) ? active.dataset.id : null;
  }

  #entry(event, number) {
    const { cards, chart } = { cards: this.chart.cards, chart: this.chart };
    const button = made(
      "button",
      {
        type: "button", class: "entry", "data-id": event.id, "aria-expanded": "false", tabindex: number ? "-1" : "0",
        onclick: () => chart.select(this.open === event.id ? null : event.id, "list"),
        onfocus: () => this.#rove(button),
        onpointerenter: () => chart.point(event.id), onpointerleave: () => chart.point(null),
      },
      made("span", { class: "date" }, cards.when(event.when)),
      made("span", { class: "headline" }, event.headline),
      cards.badges(event),
    );
    return made("li", { class: event.status === "asserted" ? "" : "claim" }, button);
  }

  #buttons() {
    return [...this.items.querySelectorAll("button.entry")];
  }

  #rove(chosen) {
    for (const button of this.#buttons()) button.tabIndex = button === chosen ? 0 : -1;
  }

  #key(event) {
    const buttons = this.#buttons();
    const at = buttons.indexOf(event.target);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: buttons.length - 1, PageDown: at + 5, PageUp: at - 5 }[event.key];
    if (event.key === "Escape" && this.open) this.chart.select(null, "list");
    if (at < 0 || to === undefined) return;
    event.preventDefault();
    buttons[Math.max(0, Math.min(to, buttons.length - 1))].focus();
  }

  /** Marks an entry as the one that is open, and puts what is told of it there; null closes. Whether it is on this page. */
  #expand(id) {
    for (const button of this.#buttons()) {
      const isOpen = button.dataset.id === id;
      button.setAttribute("aria-expanded", String(isOpen));
      if (isOpen && this.detail) button.parentElement.append(this.detail);
    }
    return this.#buttons().some((button) => button.dataset.id === id);
  }

  expand(id, detail) {
    this.open = id;
    this.detail = detail;
    return this.#expand(id);
  }
}
