// How one event is drawn: what is sure is solid, what is only possible is hatched, an open side is an arrow that fades;
// and what is claimed rather than told as fact is hollow and carries a sign.

export const HEIGHT = 12; // of a solid bar, pixels
const THIN = 8; // of a hatched one
const ARROW = 44; // how far an open side reaches
const BADGE = 6; // radius of a sign
const NARROW = 14; // marks narrower than this are a sign alone
const SIGNED = 34; // hatched marks from here on have room for a sign at their start

const DASHES = { planned: [5, 3], hypothetical: [1.5, 2.5], cancelled: [5, 3], alleged: [], denied: [], negated: [] };

/** Where a mark of these bounds starts and ends on a scale, before any widening: {x0, x1, core, isOpen…}. */
export function geometry(bounds, x) {
  const [startEarliest, startLatest, endEarliest, endLatest] = bounds;
  const opensBefore = startEarliest === null;
  const opensAfter = endLatest === null;
  const hasCore = startLatest !== null && endEarliest !== null && startLatest <= endEarliest;
  const first = opensBefore ? x(endLatest + 1) - ARROW : x(startEarliest);
  const last = opensAfter ? x(startEarliest) + ARROW : x(endLatest + 1);
  return { x0: first, x1: last, core: hasCore ? [x(startLatest), x(endEarliest + 1)] : null, opensBefore, opensAfter };
}

/** Whether so narrow a mark is drawn as a sign alone. */
export function isPoint({ x0, x1, opensBefore, opensAfter }) {
  return x1 - x0 < NARROW && !opensBefore && !opensAfter;
}

/** Draws one. `pen` has {color, ground, hatch}; y is the middle of its row. */
export function drawMark(context, shape, { status, likely, pen }, y) {
  if (isPoint(shape)) return drawBadge(context, (shape.x0 + shape.x1) / 2, y, status, pen, !shape.core);
  drawPossible(context, shape, status, pen, y);
  if (shape.core) drawCore(context, shape.core, status, pen, y);
  if (likely) drawLikely(context, likely, pen, y);
  if (status !== "asserted") drawBadge(context, signPlace(shape), y, status, pen);
}

function signPlace({ x0, x1, opensBefore }) {
  if (opensBefore) return x1 - BADGE;
  return x1 - x0 >= SIGNED ? x0 + BADGE : (x0 + x1) / 2;
}

function drawPossible(context, { x0, x1, core, opensBefore, opensAfter }, status, pen, y) {
  if (core && core[0] <= x0 && core[1] >= x1) return;
  context.fillStyle = pen.hatch;
  context.globalAlpha = 1;
  if (opensBefore || opensAfter) drawArrow(context, x0, x1, opensBefore, pen, y);
  else {
    context.fillRect(x0, y - THIN / 2, x1 - x0, THIN);
    context.strokeStyle = pen.color;
    context.lineWidth = 1.5;
    context.setLineDash(status === "asserted" ? [] : (DASHES[status] ?? []));
    context.beginPath();
    bracket(context, x0, y, 3);
    bracket(context, x1, y, -3);
    context.stroke();
    context.setLineDash([]);
  }
}

function bracket(context, x, y, inwards) {
  const half = HEIGHT / 2;
  context.moveTo(x + inwards, y - half);
  context.lineTo(x + inwards / 6, y - half);
  context.lineTo(x + inwards / 6, y + half);
  context.lineTo(x + inwards, y + half);
}

/** Towards the open side the shaft's strokes grow apart; at the known end stands a post. */
function drawArrow(context, x0, x1, opensBefore, pen, y) {
  const [known, tip] = opensBefore ? [x1, x0] : [x0, x1];
  const onwards = Math.sign(tip - known);
  context.strokeStyle = pen.color;
  context.lineWidth = 2;
  context.beginPath();
  context.moveTo(known, y - HEIGHT / 2);
  context.lineTo(known, y + HEIGHT / 2);
  for (let at = 0, long = 11, gap = 2; at < ARROW - 9; at += long + gap, long = Math.max(2, long - 3), gap += 1) {
    context.moveTo(known + onwards * at, y);
    context.lineTo(known + onwards * Math.min(at + long, ARROW - 6), y);
  }
  context.moveTo(tip - onwards * 6, y - 5);
  context.lineTo(tip, y);
  context.lineTo(tip - onwards * 6, y + 5);
  context.stroke();
}

function drawCore(context, [from, to], status, pen, y) {
  const width = Math.max(to - from, 3);
  context.beginPath();
  context.roundRect(from, y - HEIGHT / 2, width, HEIGHT, Math.min(3, width / 2));
  if (status === "asserted") {
    context.fillStyle = pen.color;
    context.fill();
    return;
  }
  context.fillStyle = pen.ground;
  context.fill();
  context.strokeStyle = pen.color;
  context.lineWidth = 1.5;
  context.setLineDash(DASHES[status] ?? []);
  context.stroke();
  context.setLineDash([]);
}

function drawLikely(context, x, pen, y) {
  context.beginPath();
  context.arc(x, y, 4.5, 0, 2 * Math.PI);
  context.fillStyle = pen.color;
  context.fill();
  context.strokeStyle = pen.ground;
  context.lineWidth = 1.5;
  context.stroke();
}

/** A round sign: full for what is asserted, hollow with a stroke of its own for every claim. `isVague`: no day is sure. */
export function drawBadge(context, x, y, status, pen, isVague = false) {
  context.beginPath();
  context.arc(x, y, status === "asserted" ? BADGE - 1 : BADGE, 0, 2 * Math.PI);
  context.fillStyle = status === "asserted" && !isVague ? pen.color : pen.ground;
  context.fill();
  context.strokeStyle = pen.color;
  context.lineWidth = 1.5;
  context.setLineDash(status === "asserted" ? [] : (DASHES[status] ?? []));
  if (status === "asserted" && isVague) {
    context.fillStyle = pen.hatch;
    context.fill();
  }
  context.stroke();
  context.setLineDash([]);
  SIGNS[status]?.(context, x, y, pen.color);
}

function stroked(draw) {
  return (context, x, y) => {
    context.beginPath();
    draw(context, x, y);
    context.stroke();
  };
}

const SIGNS = {
  alleged: stroked((context, x, y) => {
    context.arc(x, y - 1.2, 1.8, -Math.PI, Math.PI / 2.4);
    context.lineTo(x, y + 1.4);
    context.moveTo(x, y + 3);
    context.lineTo(x, y + 3.8);
  }),
  denied: stroked((context, x, y) => {
    context.moveTo(x - 2.6, y - 2.6);
    context.lineTo(x + 2.6, y + 2.6);
    context.moveTo(x + 2.6, y - 2.6);
    context.lineTo(x - 2.6, y + 2.6);
  }),
  planned: stroked((context, x, y) => {
    context.moveTo(x - 3.2, y);
    context.lineTo(x + 3, y);
    context.moveTo(x + 0.6, y - 2.4);
    context.lineTo(x + 3, y);
    context.lineTo(x + 0.6, y + 2.4);
  }),
  hypothetical: stroked((context, x, y) => {
    context.moveTo(x, y - 3);
    context.lineTo(x + 3, y);
    context.lineTo(x, y + 3);
    context.lineTo(x - 3, y);
    context.closePath();
  }),
  negated: stroked((context, x, y) => {
    context.moveTo(x - 3, y + 3);
    context.lineTo(x + 3, y - 3);
  }),
  cancelled: stroked((context, x, y) => {
    context.moveTo(x - 3.4, y);
    context.lineTo(x + 3.4, y);
  }),
};

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
