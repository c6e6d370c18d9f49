// Dates in words, as the reader's language writes them.

import { asDate, civil, monthStart } from "./calendar.js";

/** Dates in a language: days, months, years, spans. Built once for each language. */
export class Dates {
  constructor(language, words) {
    this.language = language;
    this.words = words;
    this.formats = new Map();
  }

  day(number) {
    return this.#said(number, { day: "numeric", month: "long", year: "numeric" });
  }

  shortDay(number) {
    return this.#said(number, { day: "numeric", month: "short", year: "numeric" });
  }

  dayOfMonth(number) {
    return this.#said(number, { day: "numeric" });
  }

  month(number) {
    return this.#said(number, { month: "short" });
  }

  monthAndYear(number) {
    return this.#said(number, { month: "long", year: "numeric" });
  }

  /** '11 October', or 'October' alone. */
  withoutYear(number, hasDay) {
    return this.#said(number, hasDay ? { day: "numeric", month: "long" } : { month: "long" });
  }

  year(number) {
    return this.#said(number, { year: "numeric" });
  }

  number(count) {
    return new Intl.NumberFormat(this.language).format(count);
  }

  list(names) {
    return new Intl.ListFormat(this.language, { type: "conjunction" }).format(names);
  }

  /** From one day to another: '11 – 29 October 2025'. */
  range(first, last) {
    const [start, end] = [asDate(first), asDate(last)];
    if (!start || !end) return `${this.day(first)} – ${this.day(last)}`;
    return this.#format(first, { day: "numeric", month: "long", year: "numeric" }, last).formatRange(start, end);
  }

  /** What is known of when, from its four bounds (null when open). */
  span([startEarliest, startLatest, endEarliest, endLatest]) {
    if (startEarliest === null && endLatest === null) return this.words.unknown;
    if (startEarliest === null) return this.words.by(this.day(endLatest));
    if (endLatest === null) return this.words.orLater(this.day(startEarliest));
    if (startEarliest === endLatest) return this.day(startEarliest);
    const isThroughout = startLatest !== null && endEarliest !== null && startLatest <= endEarliest;
    if (isThroughout) return this.range(startEarliest, endLatest);
    return this.#unit(startEarliest, endLatest) ?? this.words.between(this.#ends(startEarliest, endLatest));
  }

  /** 'between' two days, what they share said once: '11 and 29 October 2025'. */
  #ends(first, last) {
    const [start, end] = [asDate(first), asDate(last)];
    if (!start || !end) return `${this.day(first)}${this.words.and}${this.day(last)}`;
    const parts = this.#format(first, { day: "numeric", month: "long", year: "numeric" }, last).formatRangeToParts(start, end);
    return parts.map(({ value, source }) => (source === "shared" && /^\s*[–-]\s*$/.test(value) ? this.words.and : value)).join("");
  }

  /** The month, year or decade that just these days make up; null when they make up none. */
  #unit(first, last) {
    const [year, month, day] = civil(first);
    if (day !== 1) return null;
    if (last === monthStart(year, month, 1) - 1) return this.monthAndYear(first);
    if (month !== 1) return null;
    if (last === monthStart(year, 1, 12) - 1) return this.year(first);
    return year % 10 === 0 && last === monthStart(year, 1, 120) - 1 ? `${this.year(first)}–${this.year(last)}` : null;
  }

  #said(number, parts) {
    const date = asDate(number);
    if (date) return this.#format(number, parts).format(date);
    const [year] = civil(number);
    return `${year < 0 ? "−" : ""}${this.number(Math.abs(year))}`;
  }

  /** With the era as soon as one of the days lies before year 1. */
  #format(number, parts, other = number) {
    const isBefore = Math.min(number, other) < 1;
    const key = JSON.stringify([parts, isBefore]);
    if (!this.formats.has(key)) {
      const options = { timeZone: "UTC", calendar: "gregory", ...parts, ...(isBefore && parts.year ? { era: "short" } : {}) };
      this.formats.set(key, new Intl.DateTimeFormat(this.language, options));
    }
    return this.formats.get(key);
  }
}
