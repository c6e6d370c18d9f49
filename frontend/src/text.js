// Words on the canvas: measured once, cut with dots, and never mirrored.

const SIZE = "12px ";
const KEPT = 20_000; // widths of words

/** The page's font as the canvas writes it. */
export function fontOf(family) {
  return { plain: SIZE + family, bold: `600 ${SIZE}${family}`, widths: new Map() };
}

/** The width of words, kept. */
export function widthOf(context, text, { plain, widths }) {
  if (!text) return 0;
  if (!widths.has(text)) {
    if (widths.size > KEPT) widths.clear();
    context.font = plain;
    widths.set(text, context.measureText(text).width);
  }
  return widths.get(text);
}

/** Writes at a place counted from the start of reading, also on a mirrored canvas. */
export function words(context, { isMirrored }, text, x, y, color, font) {
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
export function cut(text, room, wide) {
  if (wide <= room) return text;
  let keep = Math.max(0, Math.floor((text.length * (room - 10)) / wide));
  const blank = text.lastIndexOf(" ", keep);
  if (blank > keep * 0.6) keep = blank;
  return `${text.slice(0, keep).trimEnd()}…`;
}
