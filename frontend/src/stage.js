// The canvas of the chart and the strip below: painted in the next frame after something has changed.

import { arrange } from "./arrange.js";
import { AXIS } from "./axis.js";
import { densityOf, mostOf } from "./density.js";
import { draw } from "./draw.js";
import { scale } from "./scale.js";

const GUTTER = 132;
const WIDE = 640; // from here on the names of lanes stand beside them
const HIGHEST = 480; // where the style sheet says nothing that can be read

export class Stage {
  #pending = null;
  #isStripStale = true;
  #stripLimits;
  #height = 0;
  #hits = [];
  #context;

  /** `state()` gives what is to be drawn; `painted()` is called after each time. */
  constructor({ chart, spacer, canvas, strip }, theme, state, painted) {
    Object.assign(this, { chart, spacer, canvas, strip, theme, state, painted });
    this.#context = canvas.getContext("2d", { alpha: false });
  }

  redraw({ isStripToo = false } = {}) {
    this.#isStripStale ||= isStripToo;
    this.#pending ??= requestAnimationFrame(() => {
      this.#pending = null;
      if (this.chart.isConnected && this.state().view && this.state().lanes.length) this.#paint();
    });
  }

  /** Everything that a picture depends on. */
  scene() {
    const state = this.state();
    const width = this.chart.clientWidth;
    const { palette, ratio, font, pen } = this.theme;
    return {
      ...state, width, height: this.#height || this.chart.clientHeight, gutter: width >= WIDE && state.hasNames ? GUTTER : 0,
      palette, ratio, font, scroll: this.chart.scrollTop, pen,
    };
  }

  scale() {
    return scale(this.scene());
  }

  #paint() {
    const scene = this.scene();
    if (scene.width < 20) return;
    const arranged = arrange(this.#context, scene);
    this.#fitHeight(arranged.height);
    const height = this.#height;
    const pixels = { width: Math.round(scene.width * scene.ratio), height: Math.round(height * scene.ratio) };
    if (this.canvas.width !== pixels.width || this.canvas.height !== pixels.height) Object.assign(this.canvas, pixels);
    this.canvas.style.height = `${height}px`;
    this.spacer.style.height = `${Math.max(arranged.height, height)}px`;
    const most = this.#most(scene, arranged.places);
    this.#hits = draw(this.#context, { ...scene, height, most, scroll: this.chart.scrollTop }, arranged);
    this.#drawStrip(scene);
    this.painted();
  }

  /** The most that any column of any lane shows, so that lanes compare; what belongs to none is left out. */
  #most(scene, places) {
    const dense = places.filter(({ lane, marks }) => !marks && !lane.isRest);
    return Math.max(1, ...dense.map(({ lane }) => mostOf(densityOf(lane, scene))));
  }

  /** The chart grows to what the first pictures need, never shrinks by itself: a page must not jump while one zooms. */
  #fitHeight(needed) {
    const most = parseFloat(getComputedStyle(this.chart).getPropertyValue("max-height")) || HIGHEST;
    const height = Math.min(most, Math.max(needed, AXIS + 90));
    if (this.#height && height <= this.#height) return;
    this.#height = height;
    this.chart.style.height = `${height}px`;
  }

  /** The strip shows the time of all but a few outliers, as long as the view is in it. */
  #drawStrip(scene) {
    const { view, main, limits: whole, all } = scene;
    const limits = main && view.start >= main.start && view.end <= main.end ? main : whole;
    this.strip.show(view, limits);
    if (limits === this.#stripLimits && !this.#isStripStale) return;
    this.#isStripStale = false;
    this.#stripLimits = limits;
    this.strip.draw({ ...scene, density: (...asked) => all.density(...asked), limits, pen: this.theme.pen("accent") });
  }

  /** The place of the event that is drawn there, -1 for none. */
  hitAt([x, y]) {
    return this.#hits.findLast((hit) => x >= hit.x0 - 3 && x <= hit.x1 + 3 && y >= hit.y0 && y <= hit.y1)?.i ?? -1;
  }

  /** Scrolls the lanes so that an event is in sight. */
  reveal(i) {
    const hit = this.#hits.find((each) => each.i === i);
    if (hit && hit.y1 > this.#height) this.chart.scrollTop += hit.y1 - this.#height + 8;
    if (hit && hit.y0 < AXIS) this.chart.scrollTop -= AXIS - hit.y0 + 8;
  }
}
