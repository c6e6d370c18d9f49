// The elements that it is made of, not yet filled.

import { legend } from "./legend.js";
import { made } from "./made.js";

const LANES = ["type", "actor", "place", "none"];

/** The lanes that an attribute asks for. */
export function laneKind(asked) {
  return LANES.includes(asked) ? asked : LANES[0];
}

/** {root, summary, lanes, chart, spacer, canvas, hint, said, detail, notice, undated, body, …}. `on` holds what each control does. */
export function parts(words, { strip, list, undatedList, dialog, theme, kind, on }) {
  const found = {
    summary: made("p", { class: "summary", role: "status" }, words.loading),
    lanes: laneChoice(words, kind, on.lanes),
    canvas: made("canvas", { "aria-hidden": "true" }),
    hint: made("p", { class: "hint", "aria-hidden": "true" }, words.wheelHint),
    said: made("p", { class: "hidden", "aria-live": "polite" }),
    detail: made("section", { class: "detail", hidden: true, onkeydown: (event) => event.key === "Escape" && on.close() }),
    notice: made("div", { class: "notice", hidden: true }),
    undated: made("details", { class: "undated", hidden: true }, made("summary"), undatedList.element),
    legend: legend(words, () => theme),
  };
  found.spacer = made("div", { class: "spacer" }, found.canvas);
  found.chart = made(
    "div",
    { class: "chart", tabindex: "0", role: "application", "aria-label": words.chart, "aria-describedby": "help", onscroll: on.scroll },
    found.spacer,
  );
  found.frame = made("div", { class: "frame" }, found.chart, found.hint, made("p", { id: "help", class: "hidden" }, words.chartHelp));
  found.body = made(
    "div",
    { class: "body", hidden: true },
    found.frame, strip.element, found.detail, found.legend, list?.element, found.undated,
  );
  const head = made("div", { class: "head" }, found.summary, tools(words, found.lanes, on));
  found.root = made("div", { class: "root", part: "root" }, head, found.notice, found.body, found.said, dialog);
  return found;
}

function laneChoice(words, chosen, onchange) {
  const options = LANES.map((kind) => made("option", { value: kind, selected: kind === chosen }, words.laneKinds[kind]));
  return made("select", { onchange }, ...options);
}

function tools(words, lanes, on) {
  const tool = (label, sign, action) => made("button", { type: "button", class: "tool", "aria-label": label, title: label, onclick: action }, sign);
  return made(
    "div",
    { class: "tools" },
    made("label", { class: "lanes" }, made("span", {}, `${words.lanes} `), lanes),
    tool(words.zoomOut, "−", on.zoomOut),
    tool(words.zoomIn, "+", on.zoomIn),
    tool(words.fit, words.fitShort, on.fit),
    on.embed && made("button", { type: "button", class: "tool", onclick: on.embed }, words.embed),
  );
}
