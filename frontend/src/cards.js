// An event in words: as an entry of the list, and whole with its evidence.

import { readDate } from "./calendar.js";
import { family } from "./palette.js";
import { link, made } from "./made.js";

const EVIDENCE = 3; // reports shown at once

/** The day numbers of an event's `when`: [start earliest, start latest, end earliest, end latest], null where open. */
export function boundsOf({ earliest, latest, core }) {
  const day = (text, end) => (text ? readDate(text)[end] : null);
  const [first, last] = [day(earliest, "first"), day(latest, "last")];
  return core ? [first, day(core.from, "first"), day(core.to, "last"), last] : [first, last, first, last];
}

export class Cards {
  constructor(dates, words, service) {
    Object.assign(this, { dates, words, service });
  }

  /** When an event was: '11 October 2025', with the guess where there is one. */
  when(when) {
    const known = this.#known(when);
    return when.likely && readDate(when.likely) ? `${known}, ${this.words.probably(this.#likely(when.likely))}` : known;
  }

  #known(when) {
    const yearless = /^XXXX-(\d\d)(?:-(\d\d))?$/.exec(when.edtf ?? "");
    if (yearless && !when.earliest && !when.latest) return `${this.#withoutYear(yearless)}, ${this.words.yearUnknown}`;
    return this.dates.span(boundsOf(when));
  }

  #withoutYear([, month, day]) {
    const { first } = readDate(`2000-${month}-${day ?? "01"}`);
    return this.dates.withoutYear(first, Boolean(day));
  }

  #likely(text) {
    const { first, last } = readDate(text);
    return this.dates.span([first, last, first, last]);
  }

  claim({ status, claimed_by: names }) {
    return this.words.claim(this.words.statuses[status] ?? status, names?.length ? this.dates.list(names) : null);
  }

  badges(event) {
    const isClaim = event.status !== "asserted";
    return made(
      "span",
      { class: "badges" },
      made("span", { class: `badge type ${family(event.type)}` }, event.mode ? `${event.type} · ${event.mode}` : event.type),
      isClaim && made("span", { class: "badge status" }, this.claim(event)),
      event.when.disputed && made("span", { class: "badge status" }, `≠ ${this.words.disputed}`),
    );
  }

  outlet(source) {
    if (source?.name) return source.name;
    try {
      return new URL(source.url).hostname.replace(/^www\./, "");
    } catch {
      return this.words.sourceUnknown;
    }
  }

  source(source) {
    const day = source.published && readDate(source.published);
    const published = day ? this.words.published(this.dates.day(day.first)) : this.words.publishedUnknown;
    return made("p", { class: "source" }, link(source.url, this.outlet(source)), `, ${published}`);
  }

  /** What belongs below a headline: who, where, why this date, and what is said, from an event with all its evidence. */
  whole(event) {
    const evidence = event.evidence ?? [];
    const rest = evidence.length - EVIDENCE;
    return [
      this.#facts(event),
      ...evidence.slice(0, EVIDENCE).map((one) => this.#evidence(one)),
      made(
        "p",
        { class: "more" },
        rest > 0 && `${this.words.moreReports(this.dates.number(rest))} · `,
        link(this.service.page(`/events/${event.id}`), this.words.whole),
      ),
    ];
  }

  #facts(event) {
    const rows = Object.entries(this.words.roles).map(([role, word]) => [
      word, event.actors.filter((actor) => actor.role === role).map((actor) => actor.name),
    ]);
    const why = [this.words.bases[event.when.basis], ...this.#reasons(event.when)].join(" · ");
    const facts = [...rows, [this.words.where, event.place ? [event.place.name] : []]].filter(([, names]) => names.length);
    return made(
      "dl",
      { class: "facts" },
      ...facts.map(([word, names]) => made("div", {}, made("dt", {}, word), made("dd", {}, this.dates.list(names)))),
      made("div", {}, made("dt", {}, this.words.whyDate), made("dd", {}, why)),
    );
  }

  #reasons(when) {
    const sides = [[when.because_earliest, this.words.notBefore], [when.because_latest, this.words.notAfter]];
    const told = sides.filter(([because]) => because).map(([because, side]) => `${side}: ${because}`);
    return [...(when.text ? [`“${when.text}”`] : []), ...told];
  }

  #evidence(one) {
    const source = { ...(one.document.source ?? {}), url: one.document.url, published: one.document.published };
    return made(
      "div",
      { class: "evidence" },
      made("blockquote", {}, "“", ...this.#marked(one), "”"),
      one.status !== "asserted" && made("p", { class: "claimed" }, this.claim(one)),
      this.source(source),
    );
  }

  /** The sentence with the words marked that tell the happening and its date. */
  #marked({ sentence, start, trigger, when }) {
    const letters = [...sentence]; // the service counts characters, not UTF-16
    const slice = (from, to) => letters.slice(from, to).join("");
    const marks = [["trigger", trigger], ["date", when]]
      .filter(([, span]) => Number.isInteger(span?.start))
      .map(([kind, span]) => [kind, span.start - start, span.end - start])
      .filter(([, from, to]) => from >= 0 && to <= letters.length && from < to)
      .sort((a, b) => a[1] - b[1]);
    const pieces = [];
    let reached = 0;
    for (const [kind, from, to] of marks) {
      if (from < reached) continue;
      pieces.push(slice(reached, from), made("mark", { class: kind }, slice(from, to)));
      reached = to;
    }
    return [...pieces, slice(reached)];
  }
}
