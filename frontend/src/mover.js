// The days in view, and every way of moving them. It knows no picture: `changed` hears of each step.

import { between, kept, moved, view, zoomed } from "./view.js";

const GLIDE = 260; // milliseconds of an animated move

export class Mover {
  #gliding;

  constructor(changed) {
    this.changed = changed;
    this.view = null;
    this.limits = null;
  }

  /** Shows just these days. */
  to({ start, end }) {
    this.view = view(start, end);
    this.changed();
  }

  /** Shows these days, or the nearest that do not lose the events out of sight. */
  toKept(to) {
    this.to(kept(to, this.limits));
  }

  /** The same over a moment; at once for those who want no motion. */
  glide(to) {
    this.stop();
    if (matchMedia("(prefers-reduced-motion: reduce)").matches) return this.to(to);
    const [from, began] = [this.view, performance.now()];
    const step = (now) => {
      const share = Math.min(1, Math.max(0, (now - began) / GLIDE));
      this.to(share < 1 ? between(from, to, share) : to);
      if (share < 1) this.#gliding = requestAnimationFrame(step);
    };
    this.#gliding = requestAnimationFrame(step);
    return undefined;
  }

  stop() {
    cancelAnimationFrame(this.#gliding);
  }

  pan(days) {
    this.to(moved(this.view, days, this.limits));
  }

  /** By a share of the view. */
  panBy(share) {
    this.glide(moved(this.view, share * this.span, this.limits));
  }

  zoom(factor, day, isGlide = false) {
    const to = zoomed(this.view, factor, day, this.limits);
    if (isGlide) this.glide(to);
    else this.to(to);
  }

  zoomMiddle(factor) {
    if (this.view) this.zoom(factor, (this.view.start + this.view.end) / 2, true);
  }

  /** To the first events (-1) or the last (1). */
  toEnd(side) {
    const { start, end } = this.limits;
    this.glide(side < 0 ? view(start, start + this.span) : view(end - this.span, end));
  }

  /** Has a day in the middle. */
  center(day) {
    this.glide(kept(view(day - this.span / 2, day + this.span / 2), this.limits));
  }

  fit() {
    if (this.limits) this.glide(this.limits);
  }

  get span() {
    return this.view.end - this.view.start;
  }

  /** [first, last] whole day in view. */
  get days() {
    return [Math.floor(this.view.start), Math.ceil(this.view.end) - 1];
  }
}
