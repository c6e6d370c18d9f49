// Day numbers, as the service counts them: 1 is 0001-01-01, proleptic Gregorian, astronomical years, no limit either way.

const EPOCH = 719163; // 1970-01-01
const DAY = 86_400_000; // milliseconds
const FARTHEST = 100_000_000; // days from 1970 that a Date can hold

/** The number of a day. */
export function dayNumber(year, month, day) {
  const shifted = month <= 2 ? year - 1 : year;
  const cycle = Math.floor(shifted / 400);
  const yearOfCycle = shifted - cycle * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfCycle = yearOfCycle * 365 + Math.floor(yearOfCycle / 4) - Math.floor(yearOfCycle / 100) + dayOfYear;
  return cycle * 146_097 + dayOfCycle - 305;
}

/** [year, month, day] of a day number. */
export function civil(number) {
  const shifted = Math.floor(number) + 305;
  const cycle = Math.floor(shifted / 146_097);
  const dayOfCycle = shifted - cycle * 146_097;
  const yearOfCycle = Math.floor(
    (dayOfCycle - Math.floor(dayOfCycle / 1460) + Math.floor(dayOfCycle / 36_524) - Math.floor(dayOfCycle / 146_096)) / 365,
  );
  const dayOfYear = dayOfCycle - (365 * yearOfCycle + Math.floor(yearOfCycle / 4) - Math.floor(yearOfCycle / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  const day = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1;
  return [cycle * 400 + yearOfCycle + (month <= 2 ? 1 : 0), month, day];
}

/** The first day of the month that lies so many months after another. */
export function monthStart(year, month, later = 0) {
  const months = year * 12 + month - 1 + later;
  return dayNumber(Math.floor(months / 12), (((months % 12) + 12) % 12) + 1, 1);
}

/** A day as EDTF, so that the API reads it: '2025-10-11', '-0043-03-15', 'Y12025-01-01'. */
export function edtfDay(number) {
  const [year, month, day] = civil(number);
  return `${edtfYear(year)}-${two(month)}-${two(day)}`;
}

function edtfYear(year) {
  if (Math.abs(year) > 9999) return `Y${year}`;
  return (year < 0 ? "-" : "") + String(Math.abs(year)).padStart(4, "0");
}

function two(number) {
  return String(number).padStart(2, "0");
}

const ISO = /^(-?\d{4,}|Y-?\d{5,})(?:-(\d\d)(?:-(\d\d))?)?(?:T.*)?$/;

/** {first, last} day of 'YYYY', 'YYYY-MM' or 'YYYY-MM-DD' (a clock time is passed over); null for anything else. */
export function readDate(text) {
  const found = ISO.exec((text ?? "").trim());
  if (!found) return null;
  const year = Number(found[1].replace("Y", ""));
  const month = found[2] && Number(found[2]);
  if (found[3]) {
    const day = dayNumber(year, month, Number(found[3]));
    return { first: day, last: day };
  }
  if (month) return { first: monthStart(year, month), last: monthStart(year, month, 1) - 1 };
  return { first: dayNumber(year, 1, 1), last: dayNumber(year + 1, 1, 1) - 1 };
}

/** The day as a Date at midnight UTC; null when it is too far for one. */
export function asDate(number) {
  const days = Math.floor(number) - EPOCH;
  return Math.abs(days) <= FARTHEST ? new Date(days * DAY) : null;
}

/** 0 for Monday to 6 for Sunday. */
export function weekday(number) {
  return (((number - 1) % 7) + 7) % 7;
}
