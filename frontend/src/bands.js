// The events as columns, and the questions a drawing has to them: which are in view, how many, how dense.

import { bisectLeft, bisectRight } from "d3-array";

const WIDTHS = [1, 4, 16, 64, 256, 1024, 4096, 16_384, 65_536, Infinity]; // days; events are kept apart by how long they are
const OPEN = "open";
const ID = 26;
const OUTLIERS = 0.02; // what the first view may leave out at either end, when that makes it much nearer
const MUCH = 8;

/** The columns of one answer of /v1/bands. `lo` and `hi` are the days a mark stands on; events without any are `undated`. */
export class Bands {
  constructor(answer) {
    this.size = answer.start_earliest.length;
    this.total = answer.total;
    this.isTruncated = answer.truncated;
    this.answer = answer;
    this.types = answer.types;
    this.statuses = answer.statuses;
    this.disputed = new Set(answer.disputed);
    this.likely = new Map(answer.likely.map(([place, first, last]) => [place, [first, last]]));
    this.lo = new Float64Array(this.size);
    this.hi = new Float64Array(this.size);
    this.undated = [];
    for (let i = 0; i < this.size; i += 1) this.#place(i);
  }

  #place(i) {
    const first = this.answer.start_earliest[i];
    const last = this.answer.end_latest[i];
    if (first === null && last === null) this.undated.push(i);
    this.lo[i] = first ?? last ?? NaN;
    this.hi[i] = last ?? first ?? NaN;
  }

  id(i) {
    return this.answer.ids.slice(i * ID, i * ID + ID);
  }

  /** The place of an event, -1 when it is not here. */
  placeOf(id) {
    for (let at = this.answer.ids.indexOf(id); at >= 0; at = this.answer.ids.indexOf(id, at + 1)) {
      if (at % ID === 0) return at / ID;
    }
    return -1;
  }

  /** Whether a day is known of it at all. */
  isDated(i) {
    return !Number.isNaN(this.lo[i]);
  }

  /** Whether one side is open. */
  isOpen(i) {
    return this.answer.start_earliest[i] === null || this.answer.end_latest[i] === null;
  }

  type(i) {
    return this.types[this.answer.type[i]];
  }

  status(i) {
    return this.statuses[this.answer.status[i]];
  }

  salience(i) {
    return this.answer.salience[i];
  }

  headline(i) {
    return this.answer.headlines?.[i];
  }

  bounds(i) {
    const { start_earliest, start_latest, end_earliest, end_latest } = this.answer;
    return [start_earliest[i], start_latest[i], end_earliest[i], end_latest[i]];
  }

  /** [first, last] day of all events; null when none has a day. */
  get extent() {
    return this.#extent ??= this.#whole();
  }
  #extent;

  #whole() {
    let [first, last] = [Infinity, -Infinity];
    for (let i = 0; i < this.size; i += 1) {
      if (this.lo[i] < first) first = this.lo[i];
      if (this.hi[i] > last) last = this.hi[i];
    }
    return first === Infinity ? null : [first, last];
  }

  /** The extent without a few outliers, where leaving them out brings the rest much nearer. */
  get mainExtent() {
    const [first, last] = this.extent;
    const dated = Float64Array.from(this.lo.filter((day) => day === day)).sort();
    const ends = Float64Array.from(this.hi.filter((day) => day === day)).sort();
    const spare = Math.floor(dated.length * OUTLIERS);
    const main = [dated[spare], ends[ends.length - 1 - spare]];
    return (last - first + 1) / (main[1] - main[0] + 1) > MUCH ? main : [first, last];
  }

  /** Lanes by 'type', 'actor', 'place' (as the answer has them) or 'none': [{name, index}], all dated events in at least one. */
  lanes(kind, others) {
    const groups = kind === "type" ? this.#byType() : kind === "none" ? [] : (this.answer.lanes ?? []);
    const named = groups.map(({ name, events }) => ({ name, index: new Index(this, events) })).filter(({ index }) => index.size);
    const rest = this.#outside(groups);
    return rest.length ? [...named, { name: others, isRest: true, index: new Index(this, rest) }] : named;
  }

  #byType() {
    const groups = this.types.map((name) => ({ name, events: [] }));
    for (let i = 0; i < this.size; i += 1) groups[this.answer.type[i]].events.push(i);
    return groups;
  }

  #outside(groups) {
    const inside = new Uint8Array(this.size);
    for (const { events } of groups) for (const i of events) inside[i] = 1;
    const rest = [];
    for (let i = 0; i < this.size; i += 1) if (!inside[i]) rest.push(i);
    return rest;
  }

  /** Those whose marks meet the days, in the order of listing. */
  inView(first, last) {
    const found = [];
    for (let i = 0; i < this.size; i += 1) if (this.lo[i] <= last && this.hi[i] >= first) found.push(i);
    return found;
  }
}

/** Some events, ready to be asked which of them meet some days. `events` must rise, which is by `lo` too. */
export class Index {
  constructor(bands, events) {
    const dated = events.filter((i) => bands.lo[i] === bands.lo[i]);
    this.size = dated.length;
    this.groups = grouped(bands, dated);
  }

  count(first, last) {
    let count = 0;
    for (const { lo, hi } of this.groups) count += bisectRight(lo, last) - bisectLeft(hi, first);
    return count;
  }

  /** Places of those that meet the days, rising. */
  inView(first, last) {
    const found = [];
    for (const { events, lo, ends, widest } of this.groups) {
      const end = bisectRight(lo, last);
      for (let at = bisectLeft(lo, first - widest + 1); at < end; at += 1) if (ends[at] >= first) found.push(events[at]);
    }
    return found.sort((a, b) => a - b);
  }

  /**
   * For each of `count` columns between two days how many events meet it: [sure, possible], Float32Arrays. Sure are
   * those no wider than a column; the others are only known to have been somewhere around.
   */
  density(start, end, count) {
    const sure = new Float32Array(count);
    const possible = new Float32Array(count);
    const step = (end - start) / count;
    for (const { lo, hi, widest, isOpen } of this.groups) {
      add(!isOpen && widest <= Math.max(1, step) ? sure : possible, lo, hi, start, step);
    }
    return [sure, possible];
  }
}

/** The events by how long they are, those with an open side apart. */
function grouped(bands, events) {
  const groups = [...WIDTHS, OPEN].map(() => []);
  for (const i of events) {
    const isOpen = bands.isOpen(i);
    groups[isOpen ? WIDTHS.length : WIDTHS.findIndex((most) => bands.hi[i] - bands.lo[i] + 1 <= most)].push(i);
  }
  return groups.map((members, number) => group(bands, members, WIDTHS[number] ?? OPEN)).filter(({ events: { length } }) => length);
}

function group(bands, events, widest) {
  const lo = Float64Array.from(events, (i) => bands.lo[i]);
  const ends = Float64Array.from(events, (i) => bands.hi[i]);
  const isOpen = widest === OPEN;
  return { events, lo, ends, hi: ends.slice().sort(), widest: isOpen ? 1 : widest, isOpen };
}

/** Adds to each column how many spans meet it: those begun before its end, less those over before its start. */
function add(counts, lo, hi, start, step) {
  let begun = bisectLeft(lo, start + step);
  let over = bisectLeft(hi, Math.floor(start));
  for (let column = 0; column < counts.length; column += 1) {
    const [first, end] = [Math.floor(start + column * step), start + (column + 1) * step];
    begun = onwards(lo, end, begun);
    over = onwards(hi, first, over);
    counts[column] += begun - over;
  }
}

/** Where `value` would stand, looking onwards from a place before it in growing strides. */
function onwards(values, value, from) {
  if (from >= values.length || values[from] >= value) return from;
  let stride = 1;
  while (from + stride < values.length && values[from + stride] < value) stride *= 2;
  return bisectLeft(values, value, from, Math.min(from + stride + 1, values.length));
}
