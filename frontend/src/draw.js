// The picture: axis, lanes, marks or densities. Everything is told to it; it keeps only patterns and the widths of words.

import { family } from "./palette.js";
import { drawMark, geometry, isPoint } from "./marks.js";
import { LEAST, pack } from "./pack.js";
import { ticks } from "./ticks.js";

export const AXIS = 40; // height
const ROW = 24;
const PAD = 7;
const HEADER = 20; // of a lane whose name stands above it
const DENSE = 46; // height of a lane that shows how many
export const COLUMN = 3; // width of a column of it
const ROWS = { least: 10, most: 20, all: 44 }; // of marks: in any lane, in one alone, in all together
const FEW = 16; // so many are always drawn one by one
const VAGUE = 0.8; // times the width in view: marks wider than this that are nowhere sure say little where one looks
const CROWD = 9; // pixels of width that each mark must have, on average, in a lane of marks
const TICK = 84; // pixels between marks of the axis
const SIZE = "12px ";
const KEPT = 20_000; // widths of words

/** The page's font as the canvas writes it. */
export function fontOf(family) {
  return { plain: SIZE + family, bold: `600 ${SIZE}${family}`, widths: new Map() };
}

/** The width of words, kept. */
function widthOf(context, text, { plain, widths }) {
  if (!text) return 0;
  if (!widths.has(text)) {
    if (widths.size > KEPT) widths.clear();
    context.font = plain;
    widths.set(text, context.measureText(text).width);
  }
  return widths.get(text);
}

/** The scale of a scene: pixels from the start of reading, the gutter behind. */
export function scale({ view, width, gutter }) {
  const perDay = (width - gutter) / (view.end - view.start);
  return { perDay, x: (day) => gutter + (day - view.start) * perDay, day: (x) => view.start + (x - gutter) / perDay };
}

/** Gives every lane its place: {lane, y, height, marks or null}; and the height of all. */
export function arrange(context, scene) {
  let y = AXIS;
  const header = scene.gutter ? 0 : HEADER;
  const places = scene.lanes.map((lane) => {
    const marks = marksOf(context, lane, scene);
    const height = header + (marks ? Math.max(1, marks.rows) * ROW + PAD : DENSE);
    const place = { lane, y, height, top: y + header, marks };
    y += height;
    return place;
  });
  return { places, height: y + 4 };
}

/** The marks of a lane in rows; null when they are too many to be told apart. Kept as long as the view stays near. */
function marksOf(context, lane, scene) {
  const { view, width, gutter, wordsVersion } = scene;
  const span = view.end - view.start;
  const room = width - gutter;
  const kept = lane.kept;
  const isNear =
    kept && kept.start <= view.start && kept.end >= view.end && Math.abs(kept.span / span - 1) < 0.12 && kept.room === room &&
    kept.wordsVersion === wordsVersion;
  if (isNear) return kept.marks;
  const [start, end] = [view.start - span / 3, view.end + span / 3];
  const isCrowd = lane.index.count(Math.floor(view.start), Math.ceil(view.end)) > room / CROWD * 2;
  const marks = isCrowd ? null : packed(context, lane.index.inView(Math.floor(start), Math.ceil(end)), scene);
  lane.kept = { start, end, span, room, wordsVersion, marks };
  return marks;
}

function packed(context, events, scene) {
  const { x } = scale(scene);
  const spans = events.map((i) => {
    const shape = geometry(scene.bands.bounds(i), x);
    const spare = Math.max(0, LEAST - (shape.x1 - shape.x0)) / 2;
    const isVague = !shape.core && shape.x1 - shape.x0 > VAGUE * (scene.width - scene.gutter);
    return { i, x0: shape.x0 - spare, x1: shape.x1 + spare, label: widthOf(context, scene.headline(i), scene.font), isVague };
  });
  spans.sort((a, b) => a.x0 - b.x0);
  const share = Math.min(ROWS.most, Math.floor(ROWS.all / scene.lanes.length));
  const rows = Math.max(ROWS.least, share, spans.length <= FEW ? spans.length : 0);
  return pack(spans, rows) ?? packedWithoutVague(spans, rows);
}

/** Rows for those that say where they are, and one row that tells how many more there may be. */
function packedWithoutVague(spans, rows) {
  const vague = spans.filter(({ isVague }) => isVague).length;
  const marks = vague ? pack(spans.filter(({ isVague }) => !isVague), rows - 1) : null;
  return marks && { ...marks, rows: marks.rows + 1, vague };
}

/** Draws the scene; gives what can be hit: [{i, x0, x1, y0, y1}], in pixels from the start of reading. */
export function draw(context, scene, { places, height: below }) {
  const { width, height, palette, ratio, isMirrored, scroll } = scene;
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.fillStyle = palette.ground;
  context.fillRect(0, 0, width, height);
  if (isMirrored) context.transform(-1, 0, 0, 1, width, 0);
  const marks = ticks(scene.view.start, scene.view.end, TICK / scale(scene).perDay, scene.dates);
  const hits = [];
  const most = scene.most(places);
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

function drawGrid(context, scene, { marks }) {
  const { x } = scale(scene);
  context.fillStyle = scene.palette.line;
  for (const { day } of marks) if (x(day) >= scene.gutter) context.fillRect(Math.round(x(day)), AXIS, 1, scene.height - AXIS);
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
  const room = mark.room === Infinity ? 260 : mark.room * nearer - 8;
  if (room < 24 || start > scene.width) return x1;
  const wide = widthOf(context, text, scene.font);
  const said = cut(text, Math.min(room, 260), wide);
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

/** How many over time: what is sure solid, what is only possible hatched upon it. */
function drawDensity(context, scene, lane, top, bottom, most) {
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

function drawAxis(context, scene, { marks, wider }) {
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

/** Writes at a place counted from the start of reading, also on a mirrored canvas. */
function words(context, { isMirrored }, text, x, y, color, font) {
  context.font = font;
  context.fillStyle = color;
  if (!isMirrored) {
    context.textAlign = "left";
    context.fillText(text, x, y);
    return;
  }
  context.save();
  context.translate(x, y);
  context.scale(-1, 1);
  context.textAlign = "right";
  context.fillText(text, 0, 0);
  context.restore();
}

/** The words, cut with dots where they are wider than the room. */
function cut(text, room, wide) {
  if (wide <= room) return text;
  let keep = Math.max(0, Math.floor((text.length * (room - 10)) / wide));
  const blank = text.lastIndexOf(" ", keep);
  if (blank > keep * 0.6) keep = blank;
  return `${text.slice(0, keep).trimEnd()}…`;
}

/** A hatched pattern of a colour. */
export function hatch(color, ratio) {
  const size = Math.round(5 * ratio);
  const tile = document.createElement("canvas");
  tile.width = tile.height = size;
  const context = tile.getContext("2d");
  context.strokeStyle = color;
  context.lineWidth = ratio * 1.1;
  context.beginPath();
  for (const from of [-size, 0, size]) {
    context.moveTo(from, size);
    context.lineTo(from + size, 0);
  }
  context.stroke();
  const pattern = context.createPattern(tile, "repeat");
  pattern.setTransform(new DOMMatrix([1 / ratio, 0, 0, 1 / ratio, 0, 0]));
  return pattern;
}
