// The whole time at a glance: a histogram, and on it the days in view, to be moved and stretched by hand or by keys.

import { COLUMN, columnsOf, drawColumns, mostOf } from "./density.js";
import { made } from "./made.js";

const STEP = 0.02; // of the whole, for one key

export class Strip {
  /** `chart` gives {moveTo(view, isLast), isMirrored, dates, words}. */
  constructor(chart) {
    this.chart = chart;
    const handle = (side, label) =>
      made("div", {
        class: `handle ${side}`, role: "slider", tabindex: "0", "aria-label": label, "data-side": side,
        "aria-orientation": "horizontal", onkeydown: (event) => this.#key(event, side),
      });
    this.canvas = made("canvas", { "aria-hidden": "true" });
    this.handles = { start: handle("start", chart.words.stripStart), end: handle("end", chart.words.stripEnd) };
    this.brush = made("div", { class: "brush" }, this.handles.start, this.handles.end);
    this.element = made("div", { class: "strip", role: "group", "aria-label": chart.words.strip }, this.canvas, this.brush);
    this.brush.hidden = true; // until there are days to slide between
    this.#listen();
  }

  show({ start, end }, limits) {
    this.limits = limits;
    this.view = { start, end };
    this.brush.hidden = false;
    const share = (day) => Math.min(1, Math.max(0, (day - limits.start) / (limits.end - limits.start)));
    const [first, last] = [share(start), share(end)];
    this.brush.style.insetInlineStart = `${first * 100}%`;
    this.brush.style.inlineSize = `max(8px, ${(last - first) * 100}%)`;
    this.#tell("start", start);
    this.#tell("end", end - 1);
  }

  #tell(side, day) {
    const handle = this.handles[side];
    handle.setAttribute("aria-valuemin", Math.floor(this.limits.start));
    handle.setAttribute("aria-valuemax", Math.ceil(this.limits.end));
    handle.setAttribute("aria-valuenow", Math.min(Math.max(Math.floor(day), Math.floor(this.limits.start)), Math.ceil(this.limits.end)));
    handle.setAttribute("aria-valuetext", this.chart.dates.day(Math.floor(day)));
  }

  /** Draws how many there were. `density(start, end, count)` gives [sure, possible]. */
  draw({ density, limits, palette, pen, ratio, isMirrored }) {
    const box = this.element.getBoundingClientRect();
    const [width, height] = [Math.max(1, box.width), Math.max(1, box.height)];
    Object.assign(this.canvas, { width: Math.round(width * ratio), height: Math.round(height * ratio) });
    const context = this.canvas.getContext("2d");
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    context.fillStyle = palette.ground;
    context.fillRect(0, 0, width, height);
    if (isMirrored) context.transform(-1, 0, 0, 1, width, 0);
    const count = columnsOf(width);
    const columns = density(limits.start, limits.start + ((limits.end - limits.start) * count * COLUMN) / width, count);
    drawColumns(context, columns, pen, { left: 0, bottom: Math.round(height), high: (height - 5) / mostOf(columns) });
  }

  #day(event) {
    const box = this.element.getBoundingClientRect();
    const share = (event.clientX - box.left) / box.width;
    return this.limits.start + (this.chart.isMirrored ? 1 - share : share) * (this.limits.end - this.limits.start);
  }

  #listen() {
    let from = null;
    this.element.addEventListener("pointerdown", (event) => {
      if (!this.limits || (event.pointerType === "mouse" && event.button !== 0)) return;
      const side = event.target.dataset?.side ?? (this.brush.contains(event.target) ? "both" : "new");
      from = { side, day: this.#day(event), view: this.view };
      this.element.setPointerCapture(event.pointerId);
    });
    this.element.addEventListener("pointermove", (event) => {
      if (from) this.#drag(from, this.#day(event), false);
    });
    const finish = (event) => {
      if (!from) return;
      const day = this.#day(event);
      const isClick = Math.abs(day - from.day) < (this.limits.end - this.limits.start) / 200;
      if (from.side === "new" && isClick) this.#center(day);
      else this.#drag(from, day, true);
      from = null;
    };
    this.element.addEventListener("pointerup", finish);
    this.element.addEventListener("pointercancel", () => (from = null));
  }

  #drag({ side, day, view }, now, isLast) {
    const least = (this.limits.end - this.limits.start) / 500;
    if (side === "both") this.chart.moveTo({ start: view.start + now - day, end: view.end + now - day }, isLast);
    else {
      const fixed = side === "start" ? view.end : side === "end" ? view.start : day;
      const [start, end] = [Math.min(fixed, now), Math.max(fixed, now)];
      this.chart.moveTo({ start, end: Math.max(end, start + least) }, isLast);
    }
  }

  #center(day) {
    const half = (this.view.end - this.view.start) / 2;
    this.chart.moveTo({ start: day - half, end: day + half }, true);
  }

  #key(event, side) {
    const step = (this.limits.end - this.limits.start) * STEP;
    const onwards = this.chart.isMirrored ? -1 : 1;
    const by = {
      ArrowRight: onwards * step, ArrowLeft: -onwards * step, ArrowUp: step, ArrowDown: -step, PageUp: 5 * step,
      PageDown: -5 * step, Home: -Infinity, End: Infinity,
    }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    const within = (day) => Math.min(Math.max(day, this.limits.start), this.limits.end);
    const { start, end } = this.view;
    if (side === "start") this.chart.moveTo({ start: Math.min(within(start + by), end - 1), end }, true);
    else this.chart.moveTo({ start, end: Math.max(within(end + by), start + 1) }, true);
  }
}
