// More events than may be sent: what is known of them is how many there were, from /v1/histogram. The same questions as Bands
// answers, as far as counts can.

import { readDate } from "./calendar.js";

export class Buckets {
  constructor(answer) {
    this.total = null;
    this.undatedCount = answer.undated;
    this.bins = answer.bins.map((bin) => ({ ...bin, lo: readDate(bin.start).first, hi: readDate(bin.end).last }));
  }

  get extent() {
    return this.bins.length ? [this.bins[0].lo, this.bins[this.bins.length - 1].hi] : null;
  }

  get mainExtent() {
    return this.extent;
  }

  get all() {
    return new BucketIndex(this.bins.map(({ lo, hi, certain, possible }) => ({ lo, hi, certain, possible })));
  }

  /** Lanes by what the histogram was asked to count by, the largest first. */
  lanes(most = 30) {
    const names = new Map();
    for (const { by } of this.bins) for (const [name, counts] of Object.entries(by ?? {})) names.set(name, (names.get(name) ?? 0) + counts.certain + counts.possible);
    const largest = [...names].sort((a, b) => b[1] - a[1]).slice(0, most);
    return largest.map(([name]) => ({
      name,
      index: new BucketIndex(this.bins.filter(({ by }) => by[name]).map(({ lo, hi, by }) => ({ lo, hi, ...by[name] }))),
    }));
  }
}

class BucketIndex {
  constructor(bins) {
    this.bins = bins;
    this.size = bins.reduce((sum, { certain }) => sum + certain, 0);
  }

  /** Always more than can be drawn one by one: there are none to draw. */
  count() {
    return Infinity;
  }

  inView() {
    return [];
  }

  /** How many there may be between two days, at most. */
  atMost(first, last) {
    return this.bins.reduce((sum, { lo, hi, possible, certain }) => sum + (lo <= last && hi >= first ? Math.max(possible, certain) : 0), 0);
  }

  density(start, end, count) {
    const sure = new Float32Array(count);
    const possible = new Float32Array(count);
    const step = (end - start) / count;
    for (const bin of this.bins) {
      const from = Math.max(0, Math.floor((bin.lo - start) / step));
      const to = Math.min(count - 1, Math.ceil((bin.hi + 1 - start) / step) - 1);
      for (let at = from; at <= to; at += 1) {
        sure[at] = Math.max(sure[at], bin.certain);
        possible[at] = Math.max(possible[at], Math.max(0, bin.possible - bin.certain));
      }
    }
    return [sure, possible];
  }
}
