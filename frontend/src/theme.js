// The colours and the font that hold now: of the theme, of what the page sets, of paper.

import { fontOf } from "./text.js";
import { hatch } from "./marks.js";
import { DARK, LIGHT } from "./palette.js";

export class Theme {
  #palette;
  #font;
  #pens = new Map();

  /** `host` is the element whose attribute and custom properties count. */
  constructor(host) {
    this.host = host;
  }

  forget() {
    this.#palette = this.#font = null;
    this.#pens.clear();
  }

  get isDark() {
    const theme = this.host.getAttribute("theme");
    if (matchMedia("print").matches) return false;
    return theme === "dark" || (theme !== "light" && matchMedia("(prefers-color-scheme: dark)").matches);
  }

  get ratio() {
    return Math.min(window.devicePixelRatio || 1, 2);
  }

  get palette() {
    return (this.#palette ??= this.#mixed());
  }

  get font() {
    return (this.#font ??= fontOf(getComputedStyle(this.host.shadowRoot.firstElementChild ?? this.host).fontFamily));
  }

  /** What a family of types is drawn with: {color, ground, hatch}. */
  pen = (family) => {
    if (!this.#pens.has(family)) {
      const color = this.palette.families[family];
      this.#pens.set(family, { color, ground: this.palette.ground, hatch: hatch(color, this.ratio) });
    }
    return this.#pens.get(family);
  };

  #mixed() {
    const colors = this.isDark ? DARK : LIGHT;
    const style = getComputedStyle(this.host);
    const own = (name) => style.getPropertyValue(`--event-timeline-${name}`).trim() || colors[name];
    const accent = own("accent");
    return { ...colors, ground: own("ground"), ink: own("ink"), accent, families: { ...colors.families, accent } };
  }
}
