// The axis above the lanes, and its lines through them.

import { scale } from "./scale.js";
import { words } from "./text.js";

export const AXIS = 40; // height

export function drawGrid(context, scene, { marks }) {
  const { x } = scale(scene);
  context.fillStyle = scene.palette.line;
  for (const { day } of marks) if (x(day) >= scene.gutter) context.fillRect(Math.round(x(day)), AXIS, 1, scene.height - AXIS);
}

/** The marks, and above them the month or year that they belong to. */
export function drawAxis(context, scene, { marks, wider }) {
  const { palette, width, gutter } = scene;
  const { x } = scale(scene);
  context.fillStyle = palette.band;
  context.fillRect(0, 0, width, AXIS);
  context.fillStyle = palette.strong;
  context.fillRect(0, AXIS - 1, width, 1);
  context.save();
  context.beginPath();
  context.rect(gutter, 0, width - gutter, AXIS);
  context.clip();
  for (const { day, label } of marks) {
    const at = Math.round(x(day));
    context.fillStyle = palette.strong;
    context.fillRect(at, AXIS - 8, 1, 8);
    words(context, scene, label, at + 4, AXIS - 8, palette.soft, scene.font.plain);
  }
  drawWider(context, scene, wider, x);
  context.restore();
}

/** The month or year that marks belong to; the first one stays in sight until the next comes. */
function drawWider(context, scene, wider, x) {
  wider.forEach(({ day, label }, number) => {
    const next = wider[number + 1];
    const room = next ? x(next.day) - 8 : Infinity;
    context.font = scene.font.bold;
    const wide = context.measureText(label).width;
    const at = Math.max(x(day) + 4, scene.gutter + 4);
    if (at > room - wide) return;
    words(context, scene, label, at, 16, scene.palette.ink, scene.font.bold);
  });
}
