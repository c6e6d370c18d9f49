// The picture: axis, lanes, marks or densities. Everything is told to it, and it keeps nothing.

import { PAD, ROW } from "./arrange.js";
import { AXIS, drawAxis, drawGrid } from "./axis.js";
import { drawDensity } from "./density.js";
import { drawMark, geometry, isPoint } from "./marks.js";
import { LEAST } from "./pack.js";
import { family } from "./palette.js";
import { scale } from "./scale.js";
import { cut, widthOf, words } from "./text.js";
import { ticks } from "./ticks.js";

const TICK = 84; // pixels between marks of the axis
const LABEL = 260; // the widest that a headline is written

/** Draws the scene; gives what can be hit: [{i, x0, x1, y0, y1}], in pixels from the start of reading. */
export function draw(context, scene, { places, height: below }) {
  const { width, height, palette, ratio, isMirrored, scroll } = scene;
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.fillStyle = palette.ground;
  context.fillRect(0, 0, width, height);
  if (isMirrored) context.transform(-1, 0, 0, 1, width, 0);
  const marks = ticks(scene.view.start, scene.view.end, TICK / scale(scene).perDay, scene.dates);
  const hits = [];
  const { most } = scene;
  drawGrid(context, scene, marks);
  for (const place of places) {
    const y = place.y - scroll;
    if (y + place.height < AXIS || y > height) continue;
    drawLane(context, scene, place, scroll, most, hits);
  }
  drawAxis(context, scene, marks);
  if (below > scroll + height + 6) drawMore(context, scene);
  return hits;
}

/** That there are lanes below what is in sight. */
function drawMore(context, { palette, width, height }) {
  const fade = context.createLinearGradient(0, height - 30, 0, height);
  fade.addColorStop(0, `${palette.ground}00`);
  fade.addColorStop(1, palette.ground);
  context.fillStyle = fade;
  context.fillRect(0, height - 30, width, 30);
  context.strokeStyle = palette.soft;
  context.lineWidth = 2;
  context.beginPath();
  context.moveTo(width / 2 - 8, height - 12);
  context.lineTo(width / 2, height - 6);
  context.lineTo(width / 2 + 8, height - 12);
  context.stroke();
}

function drawLane(context, scene, { lane, y, height, top, marks }, scroll, most, hits) {
  const { palette, width, gutter } = scene;
  const line = Math.round(y + height - scroll) - 1;
  context.save();
  context.beginPath();
  context.rect(gutter, Math.max(AXIS, y - scroll), width - gutter, height);
  context.clip();
  if (marks) drawMarks(context, scene, marks, top - scroll, nearness(lane, scene), hits);
  else drawDensity(context, scene, lane, top - scroll, y + height - scroll - 3, most);
  context.restore();
  context.fillStyle = palette.line;
  context.fillRect(0, line, width, 1);
  drawName(context, scene, lane, y - scroll, height);
}

function drawName(context, scene, lane, y, height) {
  const { palette, gutter, font } = scene;
  const count = scene.dates.number(lane.index.size);
  if (gutter) {
    context.fillStyle = palette.ground;
    context.fillRect(0, y, gutter - 1, height - 1);
  }
  if (y + 14 < AXIS - 6) return;
  const counted = widthOf(context, count, font);
  const room = gutter ? gutter - 24 - counted : scene.width / 2;
  context.font = font.bold;
  const name = cut(lane.name, room, context.measureText(lane.name).width);
  const end = 16 + context.measureText(name).width;
  words(context, scene, name, 8, y + 19, palette.ink, font.bold);
  words(context, scene, count, gutter ? gutter - 9 - counted : end, y + 19, palette.soft, font.plain);
}

/** How much nearer things are to each other than when the lane was packed. */
function nearness(lane, { view }) {
  return lane.kept.span / (view.end - view.start);
}

function drawMarks(context, scene, { placed, rows, vague }, top, nearer, hits) {
  const { x } = scale(scene);
  const { bands, palette, width, gutter } = scene;
  if (vague) drawVague(context, scene, vague, top + (rows - 1) * ROW + ROW / 2 + PAD / 2);
  const late = [];
  for (const mark of placed) {
    const shape = geometry(bands.bounds(mark.i), x);
    if (shape.x1 < gutter - 300 || shape.x0 > width) continue;
    const y = top + mark.row * ROW + ROW / 2 + PAD / 2;
    const guess = bands.likely.get(mark.i);
    const likely = guess ? x((guess[0] + guess[1] + 1) / 2) : null;
    const pen = scene.pen(family(bands.type(mark.i)));
    drawMark(context, shape, { status: bands.status(mark.i), likely, pen }, y);
    const [x0, x1] = isPoint(shape) ? [(shape.x0 + shape.x1) / 2 - LEAST / 2, (shape.x0 + shape.x1) / 2 + LEAST / 2] : [shape.x0, shape.x1];
    const end = drawLabel(context, scene, mark, shape, nearer, x1, y);
    hits.push({ i: mark.i, x0, x1: Math.max(x1, end), y0: y - ROW / 2, y1: y + ROW / 2 });
    if (mark.i === scene.selected || mark.i === scene.hovered) late.push([mark, [x0, x1], y]);
  }
  for (const [mark, ends, y] of late) drawEmphasis(context, scene, mark, ends, y);
}

/** A band for all those that may have been at any time in view. */
function drawVague(context, scene, count, y) {
  const { gutter, width, palette, font } = scene;
  const text = scene.words.vague(scene.dates.number(count));
  context.fillStyle = scene.pen("speech").hatch;
  context.fillRect(gutter, y - 4, width - gutter, 8);
  context.fillStyle = palette.ground;
  context.fillRect(gutter + 8, y - 9, widthOf(context, text, font) + 12, 18);
  words(context, scene, text, gutter + 14, y + 4, palette.soft, font.plain);
}

/** The headline, as far as there is room: behind the mark, or on it where it is wide and hatched words could be read. */
function drawLabel(context, scene, mark, shape, nearer, x1, y) {
  const text = scene.headline(mark.i);
  if (!text || x1 < scene.gutter) return x1;
  const start = x1 + 5;
  if (x1 > scene.width - 60 && !shape.opensAfter) return drawOnBar(context, scene, text, shape, y);
  const room = Math.min(mark.room * nearer - 8, LABEL, scene.width - start - 4);
  if (room < 24) return x1;
  const wide = widthOf(context, text, scene.font);
  const said = cut(text, room, wide);
  if (said.length < 4) return x1;
  words(context, scene, said, start, y + 4, scene.palette.ink, scene.font.plain);
  return start + Math.min(room, wide);
}

/** The headline on a bar that goes on beyond the picture, where no room is behind it. */
function drawOnBar(context, scene, text, { x0, x1 }, y) {
  const { gutter, width, palette, font } = scene;
  const start = Math.max(x0 + 16, gutter) + 8;
  const wide = widthOf(context, text, font);
  const room = Math.min(x1, width) - start - 12;
  if (room < 60) return x1;
  context.fillStyle = palette.ground;
  context.beginPath();
  context.roundRect(start - 5, y - 8, Math.min(wide, room) + 10, 16, 4);
  context.fill();
  words(context, scene, cut(text, room, wide), start, y + 4, palette.ink, font.plain);
  return x1;
}

/** A ring around what is chosen or pointed at, and its whole headline. */
function drawEmphasis(context, scene, mark, [x0, x1], y) {
  const { palette, width, gutter } = scene;
  context.strokeStyle = palette.accent;
  context.lineWidth = 2.5;
  context.beginPath();
  context.roundRect(x0 - 4, y - ROW / 2 + 1, x1 - x0 + 8, ROW - 2, 6);
  context.stroke();
  const text = scene.headline(mark.i);
  if (!text) return;
  const whole = widthOf(context, text, scene.font);
  const wide = Math.min(whole, width - gutter - 24);
  const start = Math.max(gutter + 6, Math.min(Math.max(x1, gutter) + 6, width - wide - 14));
  context.fillStyle = palette.ground;
  context.strokeStyle = palette.accent;
  context.lineWidth = 1;
  context.beginPath();
  context.roundRect(start - 5, y - 10, wide + 11, 20, 4);
  context.fill();
  context.stroke();
  words(context, scene, cut(text, wide + 1, whole), start, y + 4, palette.ink, scene.font.plain);
}
