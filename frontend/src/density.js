// How many there were over time: solid for what surely lies in a column, hatched upon it for what may.

import { scale } from "./scale.js";

export const COLUMN = 3; // pixels

/** How many over time: what is sure solid, what is only possible hatched upon it. */
export function drawDensity(context, scene, lane, top, bottom, most) {
  const columns = densityOf(lane, scene);
  const high = (bottom - top) / (lane.isRest ? mostOf(columns) : most);
  drawColumns(context, columns, scene.pen(lane.family ?? "speech"), { left: scene.gutter, bottom: Math.round(bottom), high });
}

/** Columns on whole pixels, one rectangle each: a path of many is a hundred times as slow to fill. */
export function drawColumns(context, [sure, possible], pen, { left, bottom, high }) {
  context.fillStyle = pen.hatch;
  for (let at = 0; at < sure.length; at += 1) {
    if (!possible[at]) continue;
    const tall = Math.round(tallOf(sure[at], high) + Math.max(1, possible[at] * high));
    context.fillRect(left + at * COLUMN, bottom - tall, COLUMN, tall);
  }
  context.fillStyle = pen.color;
  for (let at = 0; at < sure.length; at += 1) if (sure[at]) fillColumn(context, left + at * COLUMN, bottom, tallOf(sure[at], high));
}

function tallOf(count, high) {
  return count ? Math.max(2, Math.round(count * high)) : 0;
}

function fillColumn(context, x, bottom, tall) {
  context.fillRect(x, bottom - tall, COLUMN, tall);
}

/** The most in any column. */
export function mostOf([sure, possible]) {
  let most = 1;
  for (let at = 0; at < sure.length; at += 1) most = Math.max(most, sure[at] + possible[at]);
  return most;
}

/** How many columns a width has, the last one perhaps cut. */
export function columnsOf(width) {
  return Math.max(1, Math.ceil(width / COLUMN));
}

/** The density of a lane in this view, kept until the view is another. */
export function densityOf(lane, scene) {
  const { view } = scene;
  const count = columnsOf(scene.width - scene.gutter);
  const key = `${view.start} ${view.end} ${count}`;
  if (lane.densityKey !== key) {
    lane.density = lane.index.density(view.start, view.start + (count * COLUMN) / scale(scene).perDay, count);
    lane.densityKey = key;
  }
  return lane.density;
}
