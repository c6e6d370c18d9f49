// The days in view, and how they may move: a value that is never changed, and its bounds.

const SHORTEST = 2; // days
const SPARE = 0.5; // of the view that may lie beyond the first or last event

/** Days from `start` to `end`, as fractions; half-open. */
export function view(start, end) {
  return { start, end };
}

export function around([first, last], spare = 0.03) {
  const span = Math.max(last - first + 1, 6);
  const middle = (first + last + 1) / 2;
  const half = (span / 2) * (1 + 2 * spare);
  return view(middle - half, middle + half);
}

/** The view so much nearer (factor above 1) at a day that stays where it is. */
export function zoomed({ start, end }, factor, day, limits) {
  const longest = (limits.end - limits.start) * 1.2;
  const span = Math.min(Math.max((end - start) / factor, SHORTEST), Math.max(longest, SHORTEST));
  const share = (day - start) / (end - start);
  return kept(view(day - share * span, day + (1 - share) * span), limits);
}

export function moved({ start, end }, days, limits) {
  return kept(view(start + days, end + days), limits);
}

/** The view shifted so that it does not lose the events out of sight. */
export function kept({ start, end }, limits) {
  const span = end - start;
  const low = limits.start - span * SPARE;
  const high = limits.end + span * SPARE;
  const shift = start < low ? low - start : end > high ? high - end : 0;
  return view(start + shift, end + shift);
}

/** On the way from one view to another, `share` 0 to 1. */
export function between(from, to, share) {
  const eased = share < 0.5 ? 2 * share * share : 1 - (2 - 2 * share) ** 2 / 2;
  const span = Math.exp(Math.log(from.end - from.start) * (1 - eased) + Math.log(to.end - to.start) * eased);
  const middle = ((from.start + from.end) / 2) * (1 - eased) + ((to.start + to.end) / 2) * eased;
  return view(middle - span / 2, middle + span / 2);
}
