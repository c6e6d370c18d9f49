// From days to pixels and back.

/** The scale of a scene: pixels from the start of reading, the gutter behind. */
export function scale({ view, width, gutter }) {
  const perDay = (width - gutter) / (view.end - view.start);
  return { perDay, x: (day) => gutter + (day - view.start) * perDay, day: (x) => view.start + (x - gutter) / perDay };
}
