// How to read the marks: each drawn as the chart draws it, with a word.

import { made } from "./made.js";
import { drawMark } from "./marks.js";
import { FAMILIES } from "./palette.js";

const [WIDTH, HEIGHT] = [74, 18];

const SHAPES = {
  day: { x0: 34, x1: 40, core: [34, 40] },
  throughout: { x0: 10, x1: 64, core: [10, 64] },
  within: { x0: 10, x1: 64, core: null },
  fuzzy: { x0: 8, x1: 66, core: [26, 48] },
  before: { x0: 16, x1: 60, core: null, opensBefore: true, opensAfter: false },
  after: { x0: 14, x1: 58, core: null, opensBefore: false, opensAfter: true },
  likely: { x0: 10, x1: 64, core: null },
};

/** A closed <details>. `ink()` gives {palette, pen(family), ratio} of the theme that holds. */
export function legend(words, ink) {
  const pictures = [];
  const row = (text, draw) => {
    const picture = made("canvas", { "aria-hidden": "true", class: "sample" });
    pictures.push([picture, draw]);
    return made("li", {}, picture, text);
  };
  const times = Object.entries(words.legendMarks).map(([name, text]) =>
    row(text, (context, { pen }) => drawMark(context, { opensBefore: false, opensAfter: false, ...SHAPES[name] }, { status: "asserted", likely: name === "likely" ? 46 : null, pen: pen("diplomacy") }, HEIGHT / 2)),
  );
  const claims = Object.entries(words.statuses).map(([status, text]) =>
    row(text, (context, { pen }) => {
      const shape = (x0, x1) => ({ x0, x1, core: [x0, x1], opensBefore: false, opensAfter: false });
      drawMark(context, shape(4, 16), { status, likely: null, pen: pen("diplomacy") }, HEIGHT / 2);
      drawMark(context, shape(24, 70), { status, likely: null, pen: pen("diplomacy") }, HEIGHT / 2);
    }),
  );
  const families = Object.entries(FAMILIES).map(([family, types]) =>
    row(types.join(", "), (context, { pen }) => {
      context.fillStyle = pen(family).color;
      context.fillRect(20, 3, 34, 12);
    }),
  );
  const lists = [times, claims, families].map((rows) => made("ul", {}, ...rows));
  const element = made("details", { class: "legend" }, made("summary", {}, words.legend), made("div", { class: "columns" }, ...lists));
  const paint = () => element.open && pictures.forEach(([picture, draw]) => sample(picture, draw, ink()));
  element.addEventListener("toggle", paint);
  element.addEventListener("retheme", paint);
  return element;
}

function sample(picture, draw, ink) {
  Object.assign(picture, { width: WIDTH * ink.ratio, height: HEIGHT * ink.ratio });
  const context = picture.getContext("2d");
  context.setTransform(ink.ratio, 0, 0, ink.ratio, 0, 0);
  context.clearRect(0, 0, WIDTH, HEIGHT);
  draw(context, ink);
}
