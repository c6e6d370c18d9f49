// Where marks go: rows within a lane, so that no two marks meet and labels have room.

const GAP = 6; // pixels between a mark and what stands before it
const WISHES = [170, 90, 36, 0]; // room for a label, the widest that all rows allow
export const LEAST = 11; // the narrowest mark, a badge

/**
 * Rows for marks: [{i, row, x0, x1, room}] in pixels from `origin`, or null when they need more rows than `most`.
 * `spans` are {i, x0, x1, label} by rising x0, `label` the width of the words; `room` is what is free behind a mark.
 */
export function pack(spans, most) {
  for (const wish of WISHES) {
    const placed = placedIn(spans, most, wish);
    if (placed) return withRoom(placed);
  }
  return null;
}

function placedIn(spans, most, wish) {
  const reached = [];
  const placed = [];
  for (const span of spans) {
    const row = rowFor(reached, span.x0);
    if (row >= most) return null;
    reached[row] = span.x1 + GAP + Math.min(span.label, wish);
    placed.push({ ...span, row });
  }
  return { placed, rows: reached.length };
}

function rowFor(reached, x0) {
  for (let row = 0; row < reached.length; row += 1) if (reached[row] <= x0) return row;
  return reached.length;
}

/** Each mark with the room up to the next one of its row. */
function withRoom({ placed, rows }) {
  const next = new Array(rows).fill(Infinity);
  for (let at = placed.length - 1; at >= 0; at -= 1) {
    const mark = placed[at];
    mark.room = next[mark.row] - mark.x1 - GAP;
    next[mark.row] = mark.x0;
  }
  return { placed, rows };
}
