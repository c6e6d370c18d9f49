// Where the axis is marked, and what stands there: days, weeks, months, or years by the thousand.

import { tickStep } from "d3-array";
import { civil, dayNumber, monthStart, weekday } from "./calendar.js";

const YEAR = 365.2425;
const MONTH = YEAR / 12;
const DAY_STEPS = [1, 2];
const MONTH_STEPS = [1, 3, 6];

/** Marks from one day to another, about `room` days apart: {marks: [{day, label}], wider: [{day, label}]}. */
export function ticks(start, end, room, dates) {
  const days = DAY_STEPS.find((step) => step >= room);
  if (days) return { marks: dayMarks(start, end, days, dates), wider: monthMarks(start, end, 1, dates.monthAndYear.bind(dates)) };
  if (room <= 7) return { marks: weekMarks(start, end, dates), wider: monthMarks(start, end, 1, dates.monthAndYear.bind(dates)) };
  const months = MONTH_STEPS.find((step) => step * MONTH >= room);
  if (months) return { marks: monthMarks(start, end, months, dates.month.bind(dates)), wider: yearMarks(start, end, 1, dates) };
  const years = Math.max(1, tickStep(0, room / YEAR, 1));
  return { marks: yearMarks(start, end, rounded(years, room / YEAR), dates), wider: [] };
}

/** The step itself, or the next round one when it leaves too little room. */
function rounded(step, least) {
  const power = 10 ** Math.floor(Math.log10(Math.max(least, 1)));
  return [1, 2, 5, 10].map((factor) => factor * power).find((years) => years >= least && years >= step) ?? 10 * power;
}

function dayMarks(start, end, step, dates) {
  const marks = [];
  for (let day = Math.floor(start); day <= end; day += 1) {
    const [, , ofMonth] = civil(day);
    if (step === 1 || (ofMonth % step === 1 && ofMonth < 31)) marks.push({ day, label: dates.dayOfMonth(day) });
  }
  return marks;
}

function weekMarks(start, end, dates) {
  const marks = [];
  const first = Math.floor(start);
  for (let day = first - weekday(first); day <= end; day += 7) marks.push({ day, label: dates.dayOfMonth(day) });
  return marks;
}

function monthMarks(start, end, step, label) {
  const marks = [];
  const [year, month] = civil(start);
  const from = month - 1 - ((month - 1) % step);
  for (let later = 0; ; later += step) {
    const day = monthStart(year, from + 1, later);
    if (day > end) return marks;
    marks.push({ day, label: label(day) });
  }
}

function yearMarks(start, end, step, dates) {
  const marks = [];
  const [first] = civil(start);
  for (let year = Math.floor(first / step) * step; ; year += step) {
    const day = dayNumber(year, 1, 1);
    if (day > end) return marks;
    marks.push({ day, label: dates.year(day) });
  }
}
