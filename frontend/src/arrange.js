// Where lanes and the marks in them stand, before anything is drawn.

import { AXIS } from "./axis.js";
import { geometry } from "./marks.js";
import { LEAST, pack } from "./pack.js";
import { scale } from "./scale.js";
import { widthOf } from "./text.js";

export const ROW = 24;
export const PAD = 7;
const HEADER = 20; // of a lane whose name stands above it
const DENSE = 46; // height of a lane that shows how many
const ROWS = { least: 10, most: 20, all: 44 }; // of marks: in any lane, in one alone, in all together
const FEW = 16; // so many are always drawn one by one
const VAGUE = 0.8; // times the width in view: marks wider than this that are nowhere sure say little where one looks
const CROWD = 9; // pixels of width that each mark must have, on average, in a lane of marks

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
