// What an editor copies to put this timeline into a page of their own: as a frame, as a component, as a link.

import { asAttributes } from "./filters.js";
import { made } from "./made.js";

/** [{name, help, text}]: the three ways. */
export function snippets(service, pairs, { lanes, words, title }) {
  const shown = [...pairs, ...(lanes === "type" ? [] : [["lanes", lanes]])];
  const frame = service.page("/embed", shown);
  const attributes = [...asAttributes(pairs), ...(lanes === "type" ? [] : [["lanes", lanes]])];
  const written = attributes.map(([name, value]) => ` ${name}="${escaped(value)}"`).join("");
  return [
    {
      name: words.embedFrame,
      help: words.embedFrameHelp,
      text:
        `<iframe src="${escaped(frame)}" title="${escaped(title)}" width="100%" height="640" style="border:0" loading="lazy"></iframe>\n` +
        `<script async src="${service.page("/static/event-timeline-frame.js")}"></script>`,
    },
    {
      name: words.embedComponent,
      help: words.embedComponentHelp,
      text:
        `<script async src="${service.page("/static/event-timeline.js")}"></script>\n` +
        `<event-timeline src="${escaped(service.page("/"))}"${written}><a href="${escaped(frame)}">${escaped(title)}</a></event-timeline>`,
    },
    { name: words.embedLink, help: words.embedLinkHelp, text: frame },
  ];
}

function escaped(text) {
  return text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");
}

/** The dialogue that shows them. `current(onlyView)` gives the snippets. */
export function embedDialog(words, current) {
  const ways = made("div", { class: "ways" });
  const only = made("input", { type: "checkbox", onchange: () => fill() });
  const dialog = made(
    "dialog",
    { class: "embed", "aria-labelledby": "embed-title" },
    made("div", { class: "top" },
      made("div", { id: "embed-title", class: "heading", role: "heading", "aria-level": "2" }, words.embedTitle),
      made("button", { type: "button", class: "close", "aria-label": words.close, onclick: () => dialog.close() }, "✕")),
    made("label", { class: "only" }, only, ` ${words.embedOnlyView}`),
    ways,
  );
  function fill() {
    ways.replaceChildren(...current(only.checked).map((way, number) => shown(way, number, words)));
  }
  return { dialog, open: () => (fill(), dialog.showModal()) };
}

function shown({ name, help, text }, number, words) {
  const field = made("textarea", { readonly: true, rows: "3", id: `embed-${number}`, "aria-describedby": `embed-help-${number}`, spellcheck: "false" });
  field.value = text;
  const button = made("button", { type: "button", "aria-label": `${words.copy}: ${name}`, onclick: () => copy(field, button, words) }, words.copy);
  return made(
    "div",
    { class: "way" },
    made("div", { class: "top" }, made("label", { for: `embed-${number}` }, name), button),
    made("p", { id: `embed-help-${number}` }, help),
    field,
  );
}

async function copy(field, button, words) {
  field.select();
  try {
    await navigator.clipboard.writeText(field.value);
  } catch {
    document.execCommand("copy"); // in a frame that may not use the clipboard the old way still works
  }
  button.textContent = words.copied;
  setTimeout(() => (button.textContent = words.copy), 2000);
}
