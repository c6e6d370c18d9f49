// What is known of the events that fit: all of them as columns, or, where they are too many, how many there are and those near.

import { Bands, Index } from "./bands.js";
import { Buckets } from "./buckets.js";
import { edtfDay } from "./calendar.js";
import { PAGE } from "./list.js";
import { family, TYPE_ORDER } from "./palette.js";

const LABELS = 400; // headlines asked for at once

export class Known {
  #headlines = new Map();
  #near = null; // the days of which there are columns, where there are not of all

  /** `kind` is what lanes are by, `most` how many events one answer may hold, `words` what lanes without a name are called. */
  constructor(service, { kind, most, words }) {
    Object.assign(this, { service, kind, most, words, bands: null, buckets: null, lanes: [], total: 0, version: 0 });
  }

  async ask(signal) {
    const answer = await this.service.bands(this.#asked(), signal);
    this.total = answer.total;
    if (answer.truncated) this.buckets = new Buckets(await this.service.histogram([["bin", "auto"], ["by", "type"]], signal));
    this.#take(answer.truncated ? null : new Bands(answer));
    const bands = this.bands;
    this.all = this.buckets?.all ?? new Index(bands, Array.from({ length: bands.size }, (_, i) => i));
  }

  #asked() {
    const hasNames = this.kind === "actor" || this.kind === "place";
    return [["lanes", hasNames ? this.kind : "none"], ["most", String(this.most)]];
  }

  #take(bands) {
    this.bands = bands;
    this.lanes = bands ? this.#lanesOf(bands) : this.buckets.lanes().map((lane) => ({ ...lane, family: family(lane.name) }));
    this.version += 1;
  }

  #lanesOf(bands) {
    const lanes = bands.lanes(this.kind, this.kind === "none" ? this.words.everything : this.words.others);
    for (const lane of lanes) lane.family = this.kind === "type" ? family(lane.name) : "accent";
    return this.kind === "type" ? lanes.sort((a, b) => TYPE_ORDER.indexOf(a.name) - TYPE_ORDER.indexOf(b.name)) : lanes;
  }

  get extent() {
    return (this.buckets ?? this.bands).extent;
  }

  get mainExtent() {
    return (this.buckets ?? this.bands).mainExtent;
  }

  get undatedCount() {
    return this.buckets?.undatedCount ?? this.bands.undated.length;
  }

  /** With too many events for one answer: those of these days and around, as soon as they are few enough. Whether anything is new. */
  async nearer({ start, end }, signal) {
    if (!this.buckets || (this.#near && this.#near.start <= start && this.#near.end >= end)) return false;
    const [from, to] = [Math.floor(2 * start - end), Math.ceil(2 * end - start)];
    const isFew = this.all.atMost(from, to) <= this.most * 2;
    const window = [["from", edtfDay(from)], ["to", edtfDay(to)]];
    const answer = isFew && (await this.service.bands([...window, ...this.#asked()], signal));
    if (signal.aborted) return false;
    const isFound = answer && !answer.truncated;
    this.#near = isFound ? { start: from, end: to } : null;
    this.#take(isFound ? new Bands(answer) : null);
    return true;
  }

  headline(i) {
    return this.bands.headline(i) ?? this.#headlines.get(this.bands.id(i));
  }

  /** Asks for the headlines of marks that came without. Whether there are new ones. */
  async loadHeadlines(signal) {
    if (!this.bands || this.bands.answer.headlines) return false;
    const placed = this.lanes.flatMap((lane) => lane.kept?.marks?.placed ?? []);
    const ids = [...new Set(placed.map(({ i }) => i))].map((i) => this.bands.id(i));
    const wanted = ids.filter((id) => !this.#headlines.has(id)).slice(0, LABELS);
    if (!wanted.length) return false;
    await this.events(wanted, signal);
    return true;
  }

  /** The events with these ids, by id. */
  async events(ids, signal) {
    const found = await this.service.events(ids, signal);
    for (const [id, event] of found) this.#headlines.set(id, event.headline);
    this.version += 1;
    return found;
  }

  /** A list of the events at these places, as List wants it. */
  listed(places, signal) {
    return async (from, count) => {
      const ids = places.slice(from, from + count).map((i) => this.bands.id(i));
      const events = await this.service.events(ids, signal);
      return ids.map((id) => events.get(id)).filter(Boolean);
    };
  }

  /** A list straight from the API, page by page, where there are too many events to know them all: [total, fetch]. */
  async farList({ from, to }, signal) {
    const pages = [await this.service.list([["from", from], ["to", to], ["limit", String(PAGE)], ["count", "exact"]], signal)];
    const fetch = async (start) => {
      const at = start / PAGE;
      while (!pages[at]) pages.push(await this.service.following(pages.at(-1).next, signal));
      return pages[at].events;
    };
    return [pages[0].total, fetch];
  }
}
