// What the pages gain with a script: names offered while typing, texts read while pasting, links copied, a map.
// Without it every page still works, as lists and forms.

const SUGGESTED = 8;
const PAUSE = 180; // milliseconds without a key before anything is asked
const READ_PAUSE = 700;

const SUGGESTERS = {
  actors: (q) => `/v1/actors?q=${encodeURIComponent(q)}&limit=${SUGGESTED}`,
  places: (q) => `/v1/places?q=${encodeURIComponent(q)}&limit=${SUGGESTED}`,
  sources: (q) => `/v1/sources?q=${encodeURIComponent(q)}&limit=${SUGGESTED}`,
};

// --- Names offered while typing: a combobox after the ARIA Authoring Practices

class Suggestions {
  constructor(input) {
    this.input = input;
    this.kind = input.dataset.suggest;
    this.active = -1;
    this.found = [];
    this.list = document.createElement("ul");
    this.list.id = `${input.id}-suggestions`;
    this.list.className = "suggestions";
    this.list.role = "listbox";
    this.list.hidden = true;
    this.list.setAttribute("aria-label", "Suggestions");
    this.told = document.createElement("span");
    this.told.className = "unseen";
    this.told.role = "status";
    input.removeAttribute("list");
    input.role = "combobox";
    for (const [name, value] of [["autocomplete", "list"], ["expanded", "false"], ["controls", this.list.id]]) {
      input.setAttribute(`aria-${name}`, value);
    }
    input.parentElement.append(this.list, this.told);
    input.addEventListener("input", later(() => this.ask(), PAUSE));
    input.addEventListener("keydown", (event) => this.key(event));
    input.addEventListener("blur", () => setTimeout(() => this.close(), 120));
  }

  async ask() {
    const q = this.input.value.trim();
    if (!q) return this.close();
    const answer = await fetch(SUGGESTERS[this.kind](q)).catch(() => null);
    if (!answer?.ok || q !== this.input.value.trim()) return undefined;
    return this.show((await answer.json())[this.kind] ?? []);
  }

  show(found) {
    this.found = found;
    this.active = -1;
    this.list.replaceChildren(...found.map((each, number) => this.option(each, number)));
    this.told.textContent = `${found.length} ${found.length === 1 ? "suggestion" : "suggestions"}`;
    this.open(found.length > 0);
  }

  option(each, number) {
    const item = document.createElement("li");
    item.id = `${this.list.id}-${number}`;
    item.role = "option";
    const name = document.createElement("span");
    name.textContent = each.name;
    const more = document.createElement("span");
    more.className = "more-of-it";
    more.textContent = [each.kind, each.country, countOf(each)].filter(Boolean).join(" · ");
    item.append(name, " ", more);
    item.addEventListener("pointerdown", (event) => {
      event.preventDefault();
      this.take(number);
    });
    return item;
  }

  key(event) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && !this.list.hidden) {
      event.preventDefault();
      this.point((this.active + step + this.found.length) % this.found.length);
    } else if (event.key === "Enter" && this.active >= 0) {
      event.preventDefault();
      this.take(this.active);
    } else if (event.key === "Escape") {
      this.close();
    }
  }

  point(number) {
    this.active = number;
    [...this.list.children].forEach((item, n) => item.setAttribute("aria-selected", String(n === number)));
    this.input.setAttribute("aria-activedescendant", this.list.children[number].id);
  }

  take(number) {
    this.input.value = this.found[number].name;
    this.close();
  }

  open(isOpen) {
    this.list.hidden = !isOpen;
    this.input.setAttribute("aria-expanded", String(isOpen));
    if (!isOpen) this.input.removeAttribute("aria-activedescendant");
  }

  close() {
    this.active = -1;
    this.open(false);
  }
}

function countOf(each) {
  return typeof each.events === "number" ? `${each.events} ${each.events === 1 ? "event" : "events"}` : "";
}

// --- A text read while it is pasted or typed

function readAlong(form) {
  const found = document.getElementById("found");
  let asked = 0;
  const read = async () => {
    const turn = ++asked;
    if (!form.elements.text.value.trim()) return;
    found.setAttribute("aria-busy", "true");
    const answer = await fetch(form.action, { method: "POST", body: new URLSearchParams(new FormData(form)) }).catch(() => null);
    const page = new DOMParser().parseFromString((await answer?.text().catch(() => "")) ?? "", "text/html");
    if (turn !== asked) return;
    const told = page.getElementById("found")?.childNodes ?? [notice("The text could not be read just now. Try again in a moment.")];
    found.replaceChildren(...told);
    found.removeAttribute("aria-busy");
    if (page.getElementById("found")) leaveExample(form, page);
  };
  form.addEventListener("input", later(read, READ_PAUSE));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    read();
  });
}

function notice(words) {
  const told = document.createElement("p");
  told.className = "notice error";
  told.role = "alert";
  told.textContent = words;
  return told;
}

// The example's day goes when the answer says that it belongs to another text.
function leaveExample(form, page) {
  const { example, published } = form.elements;
  if (!example.value || page.querySelector("[name=example]")?.value) return;
  if (published.value === example.value) published.value = "";
  example.value = "";
}

// --- Links copied

function copyLink(button) {
  button.hidden = false;
  button.addEventListener("click", async () => {
    const link = new URL(button.dataset.copy || location.href, location.href).href;
    const said = button.textContent;
    try {
      await navigator.clipboard.writeText(link);
      button.textContent = "Copied";
    } catch {
      window.prompt("The link:", link);
    }
    setTimeout(() => { button.textContent = said; }, 1600);
  });
}

// --- The timeline: shown where it can be drawn, and what is in view listed

function showTimeline(section) {
  section.hidden = false;
  const timeline = section.querySelector("event-timeline");
  const link = section.querySelector("[data-in-view]");
  timeline.addEventListener("event-timeline-change", ({ detail }) => {
    const address = new URL(link.dataset.inView, location.href);
    for (const name of ["from", "to"]) address.searchParams.set(name, detail[name]);
    address.searchParams.delete("date");
    link.href = address.href;
    link.hidden = false;
  });
}

// --- The map: outlines and circles by Leaflet, loaded when it is opened

function openMap(details) {
  const box = details.querySelector("[data-map]");
  let drawn = false;
  details.addEventListener("toggle", async () => {
    if (!details.open || drawn) return;
    drawn = true;
    try {
      await Promise.all([style(box.dataset.style), script(box.dataset.script)]);
      await drawMap(box);
    } catch {
      box.textContent = "The map could not be loaded; the list below tells the same.";
    }
  });
  if (details.open) details.dispatchEvent(new Event("toggle"));
}

async function drawMap(box) {
  const [outlines, { places, countries }] = await Promise.all([json(box.dataset.outlines), json(box.dataset.places)]);
  const counts = new Map(countries.map((each) => [each.country, each.events]));
  const L = window.L;
  box.replaceChildren();
  const map = L.map(box, { worldCopyJump: true, minZoom: 1, maxZoom: 8, zoomSnap: 0.5, attributionControl: false });
  const ink = getComputedStyle(box);
  const colour = (name) => ink.getPropertyValue(name).trim();
  L.geoJSON(outlines, {
    interactive: false,
    style: (outline) => ({
      color: colour("--soft"), weight: 0.7, fillColor: colour(counts.has(outline.id) ? "--mark-trigger" : "--line"), fillOpacity: 0.6,
    }),
  }).addTo(map);
  const most = Math.max(1, ...places.map((place) => place.events));
  const circles = places.map((place) => circle(L, place, most, colour("--accent"), box.dataset.events));
  const group = L.featureGroup(circles).addTo(map);
  if (circles.length) map.fitBounds(group.getBounds().pad(0.3), { maxZoom: 5 });
  else map.setView([25, 20], 1);
}

function circle(L, place, most, colour, events) {
  const drawn = L.circleMarker([place.latitude, place.longitude], {
    radius: 5 + 15 * Math.sqrt(place.events / most), color: colour, weight: 1.5, fillColor: colour, fillOpacity: 0.35,
  });
  const label = document.createElement("span");
  const link = document.createElement("a");
  link.href = withPlace(events, place.name);
  link.textContent = place.name;
  label.append(link, ` · ${countOf(place)}`);
  return drawn.bindPopup(label).bindTooltip(`${place.name} · ${countOf(place)}`);
}

function withPlace(events, name) {
  const link = new URL(events, location.href);
  link.searchParams.set("place", name);
  return link.href;
}

// --- What they stand on

function later(call, pause) {
  let timer;
  return (...given) => {
    clearTimeout(timer);
    timer = setTimeout(() => call(...given), pause);
  };
}

async function json(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return answer.json();
}

function script(address) {
  return new Promise((loaded, failed) => {
    const element = Object.assign(document.createElement("script"), { src: address, onload: loaded, onerror: failed });
    document.head.append(element);
  });
}

function style(address) {
  return new Promise((loaded, failed) => {
    const element = Object.assign(document.createElement("link"), { rel: "stylesheet", href: address, onload: loaded, onerror: failed });
    document.head.append(element);
  });
}

document.querySelectorAll("input[data-suggest]").forEach((input) => new Suggestions(input));
document.querySelectorAll("form[data-live]").forEach(readAlong);
document.querySelectorAll("[data-timeline]").forEach(showTimeline);
document.querySelectorAll("button[data-copy]").forEach(copyLink);
document.querySelectorAll("details[data-opens=map]").forEach(openMap);
