// <event-timeline>: what the parts are, how they hang together, and what the page hears of it.

import { Bands, Index } from "./bands.js";
import { Buckets } from "./buckets.js";
import { Cards } from "./cards.js";
import { edtfDay, readDate } from "./calendar.js";
import { Dates } from "./dates.js";
import { arrange, AXIS, densityOf, draw, fontOf, hatch, mostOf, scale } from "./draw.js";
import { ATTRIBUTES, given } from "./filters.js";
import { listen, listenToKeys } from "./gestures.js";
import { legend } from "./legend.js";
import { List, PAGE } from "./list.js";
import { made } from "./made.js";
import { DARK, family, LIGHT, TYPE_ORDER } from "./palette.js";
import { Service } from "./service.js";
import { embedDialog, snippets } from "./snippets.js";
import { Strip } from "./strip.js";
import styles from "./style.css";
import { around, between, kept, moved, view, zoomed } from "./view.js";
import { ENGLISH } from "./words.js";

const OWN = ["src", "lanes", "theme", "lang", "dir", "sync-url", "live", "wheel", "most", "no-list", "no-embed", "heading-level"];
const LANES = ["type", "actor", "place", "none"];
const GUTTER = 124;
const WIDE = 640; // from here on the names of lanes stand beside them
const SETTLED = 180; // milliseconds without a move
const GLIDE = 260; // milliseconds of an animated move
const LABELS = 400; // headlines asked for at once
const MOST = 100_000;

const sheet = typeof CSSStyleSheet === "undefined" ? null : new CSSStyleSheet();
sheet?.replaceSync(styles);
const home = document.currentScript?.src ?? document.baseURI;

export class EventTimeline extends HTMLElement {
  static observedAttributes = [...ATTRIBUTES, ...OWN];

  #view = null;
  #limits = null;
  #lanes = [];
  #bands = null;
  #buckets = null;
  #headlines = new Map();
  #wordsVersion = 0;
  #hits = [];
  #hovered = -1;
  #selected = -1;
  #open = null;
  #pens = new Map();
  #timers = {};
  #drawn = false;

  constructor() {
    super();
    this.attachShadow({ mode: "open" }).adoptedStyleSheets = [sheet];
  }

  connectedCallback() {
    this.#stop = new AbortController();
    this.#build();
    this.#watch();
    this.#load();
  }
  #stop;

  disconnectedCallback() {
    this.#stop.abort();
    this.#loading?.abort();
    this.#unfollow?.();
    this.#observer?.disconnect();
    for (const timer of Object.values(this.#timers)) clearTimeout(timer);
    this.#drawn = false;
  }
  #unfollow;

  attributeChangedCallback(name, before, after) {
    if (!this.isConnected || !this.#root || before === after) return;
    if (name === "theme") return this.#retheme();
    if (name === "live") return this.#follow();
    if (name === "wheel" || name === "sync-url") return;
    this.#later("load", 0, () => {
      if (["lang", "dir", "heading-level", "no-list", "no-embed"].includes(name)) this.#build();
      if (ATTRIBUTES.includes(name) || name === "src") this.#view = null;
      this.#load();
    });
  }

  /** The words it uses, which a page may change: element.words = {fit: "Alles"}. */
  get words() {
    return this.#words;
  }

  set words(changes) {
    this.#words = { ...ENGLISH, ...changes };
    if (this.isConnected) {
      this.#build();
      this.#load();
    }
  }
  #words = ENGLISH;

  /** The days in view as {from, to}, EDTF; null before anything is there. */
  get range() {
    return this.#view && { from: edtfDay(this.#view.start), to: edtfDay(Math.ceil(this.#view.end) - 1) };
  }

  /** Shows other days: element.show("2025-10", "2025-11"). */
  show(from, to = from) {
    const [first, last] = [readDate(from), readDate(to)];
    if (first && last && this.#limits) this.#glide(around([first.first, last.last], 0));
  }

  /** Asks again, as when something is known to have changed. */
  refresh() {
    return this.#load({ isQuiet: true });
  }

  // --- what it is made of

  #root;
  #parts;

  #build() {
    const words = this.#words;
    this.#dates = new Dates(this.#language(), words);
    this.#strip = new Strip(this.#chart());
    const level = this.getAttribute("heading-level") ?? "2";
    this.#list = new List(this.#chart(), { heading: words.list, level });
    this.#undated = new List(this.#chart(), { heading: "", level });
    const { dialog, open } = embedDialog(words, (onlyView) => this.#snippets(onlyView));
    const parts = {
      summary: made("p", { class: "summary", role: "status" }, words.loading),
      lanes: this.#laneChoice(),
      canvas: made("canvas", { "aria-hidden": "true" }),
      hint: made("p", { class: "hint", "aria-hidden": "true" }, words.wheelHint),
      said: made("p", { class: "hidden", "aria-live": "polite" }),
      detail: made("section", { class: "detail", hidden: true, onkeydown: (event) => event.key === "Escape" && this.#select(null, "chart") }),
      notice: made("div", { class: "notice", hidden: true }),
      undated: made("details", { class: "undated", hidden: true }, made("summary"), this.#undated.element),
      dialog,
    };
    parts.spacer = made("div", { class: "spacer" }, parts.canvas);
    parts.chart = made(
      "div",
      { class: "chart", tabindex: "0", role: "application", "aria-label": words.chart, "aria-describedby": "help", onscroll: () => this.#redraw() },
      parts.spacer,
    );
    const tool = (label, sign, action) => made("button", { type: "button", class: "tool", "aria-label": label, title: label, onclick: action }, sign);
    parts.tools = made(
      "div",
      { class: "tools" },
      made("label", { class: "lanes" }, made("span", {}, `${words.lanes} `), parts.lanes),
      tool(words.zoomOut, "−", () => this.#zoomMiddle(1 / 2)),
      tool(words.zoomIn, "+", () => this.#zoomMiddle(2)),
      tool(words.fit, words.fitShort, () => this.#fit()),
      !this.hasAttribute("no-embed") && made("button", { type: "button", class: "tool", onclick: open }, words.embed),
    );
    parts.body = made(
      "div",
      { class: "body", hidden: true },
      made("div", { class: "frame" }, parts.chart, parts.hint, made("p", { id: "help", class: "hidden" }, words.chartHelp)),
      this.#strip.element,
      parts.detail,
      legend(words, () => ({ palette: this.#palette(), pen: (name) => this.#pen(name), ratio: this.#ratio() })),
      !this.hasAttribute("no-list") && this.#list.element,
      parts.undated,
    );
    this.#root = made("div", { class: "root", part: "root", dir: this.#isMirrored() ? "rtl" : "ltr", lang: this.#language() },
      made("div", { class: "head" }, parts.summary, parts.tools), parts.notice, parts.body, parts.said, dialog);
    this.#parts = parts;
    this.shadowRoot.replaceChildren(this.#root);
    this.#retheme();
    listen(parts.canvas, this.#chart(), this.#stop.signal);
    listenToKeys(parts.chart, this.#chart(), this.#stop.signal);
    this.#observer?.disconnect();
    this.#observer = new ResizeObserver(() => this.#redraw({ isStripToo: true }));
    this.#observer.observe(parts.chart);
  }
  #observer;
  #dates;
  #strip;
  #list;
  #undated;

  #laneChoice() {
    const kinds = this.#words.laneKinds;
    const options = LANES.map((kind) => made("option", { value: kind, selected: kind === this.#laneKind() }, kinds[kind]));
    return made("select", { onchange: (event) => this.setAttribute("lanes", event.target.value) }, ...options);
  }

  #laneKind() {
    return LANES.includes(this.getAttribute("lanes")) ? this.getAttribute("lanes") : "type";
  }

  #language() {
    let asked = this.closest("[lang]")?.lang || navigator.language || "en";
    if (asked === "en") asked = /^en-/.test(navigator.language) ? navigator.language : "en-GB";
    try {
      return Intl.getCanonicalLocales(asked)[0] ?? "en";
    } catch {
      return "en"; // a lang that is no language
    }
  }

  #isMirrored() {
    return getComputedStyle(this).direction === "rtl";
  }

  /** What the parts may ask and do. */
  #chart() {
    const element = this;
    return {
      get isMirrored() { return element.#isMirrored(); },
      get dates() { return element.#dates; },
      get words() { return element.#words; },
      get cards() { return element.#cards; },
      day: (x) => scale(this.#scene()).day(x),
      pan: (days) => this.#moveTo(moved(this.#view, days, this.#limits)),
      panPixels: (pixels) => this.#moveTo(moved(this.#view, pixels / scale(this.#scene()).perDay, this.#limits)),
      panBy: (share) => this.#glide(moved(this.#view, share * (this.#view.end - this.#view.start), this.#limits)),
      drag: (from, to, kind) => this.#drag(from, to, kind),
      zoom: (factor, day, isGlide) => this.#zoom(factor, day, isGlide),
      zoomMiddle: (factor) => this.#zoomMiddle(factor),
      toEnd: (side) => this.#toEnd(side),
      fit: () => this.#fit(),
      moveTo: (to) => this.#moveTo(kept(to, this.#limits)),
      stop: () => cancelAnimationFrame(this.#gliding),
      press: (at) => this.#press(at),
      point: (at) => (typeof at === "string" ? this.#pointTo(at) : this.#pointAt(at)),
      select: (id, where) => this.#select(id, where),
      takesWheel: () => this.getAttribute("wheel") === "zoom",
      hint: () => this.#hint(),
      walk: (by) => this.#walk(by),
      openWalked: () => this.#hovered >= 0 && this.#select(this.#bands.id(this.#hovered), "chart"),
      leave: () => this.#leave(),
    };
  }

  // --- what it hears of the world

  #watch() {
    const { signal } = this.#stop;
    for (const query of ["(prefers-color-scheme: dark)", "print"]) matchMedia(query).addEventListener("change", () => this.#retheme(), { signal });
  }

  #later(name, delay, action) {
    clearTimeout(this.#timers[name]);
    this.#timers[name] = setTimeout(action, delay);
  }

  // --- asking

  #loading;
  #service;
  #cards;

  async #load({ isQuiet = false } = {}) {
    this.#loading?.abort();
    const { signal } = (this.#loading = new AbortController());
    if (!isQuiet) this.#parts.summary.textContent = this.#words.loading;
    this.#root.classList.toggle("loading", !isQuiet);
    this.#service = new Service(this.getAttribute("src"), given(this), home);
    this.#cards = new Cards(this.#dates, this.#words, this.#service);
    this.#parts.lanes.value = this.#laneKind();
    try {
      await this.#ask(signal);
      if (isQuiet) this.#say(this.#words.updated);
    } catch (error) {
      if (signal.aborted) return;
      if (!isQuiet) this.#fail(error);
    }
    this.#root.classList.remove("loading");
    this.#follow();
  }

  async #ask(signal) {
    const kind = this.#laneKind();
    const most = String(Math.min(MOST, Number(this.getAttribute("most")) || MOST));
    const answer = await this.#service.bands([["lanes", kind === "actor" || kind === "place" ? kind : "none"], ["most", most]], signal);
    if (signal.aborted) return;
    this.#headlines.clear();
    this.#wordsVersion += 1;
    this.#hovered = this.#selected = -1;
    this.#total = answer.total;
    if (answer.truncated) {
      this.#buckets = new Buckets(await this.#service.histogram([["bin", "auto"], ["by", "type"]], signal));
      this.#setBands(null);
    } else {
      this.#buckets = null;
      this.#setBands(new Bands(answer));
    }
    this.#showAll();
  }
  #total = 0;

  #setBands(bands) {
    this.#bands = bands;
    this.#lanes = bands ? this.#bandLanes(bands) : this.#buckets.lanes().map((lane) => ({ ...lane, family: family(lane.name) }));
    this.#all = this.#buckets?.all ?? new Index(bands, Array.from({ length: bands.size }, (_, i) => i));
    if (this.#open && bands) this.#selected = bands.placeOf(this.#open);
  }
  #all;

  #bandLanes(bands) {
    const kind = this.#laneKind();
    const lanes = bands.lanes(kind, kind === "none" ? this.#words.everything : this.#words.others);
    for (const lane of lanes) lane.family = kind === "type" ? family(lane.name) : "accent";
    return kind === "type" ? lanes.sort((a, b) => TYPE_ORDER.indexOf(a.name) - TYPE_ORDER.indexOf(b.name)) : lanes;
  }

  #showAll() {
    const source = this.#buckets ?? this.#bands;
    const extent = source.extent;
    const undated = this.#buckets?.undatedCount ?? this.#bands.undated.length;
    this.#showUndated(undated, !extent);
    for (const part of [this.#parts.chart.parentElement, this.#strip.element, this.#list.element]) part.hidden = !extent;
    this.#notify(this.#total ? null : this.#words.empty);
    this.#parts.body.hidden = !this.#total;
    if (!extent) {
      this.#parts.summary.textContent = this.#words.events(this.#dates.number(this.#total));
      return this.#ready();
    }
    const whole = around(extent);
    this.#limits = whole;
    const main = around(source.mainExtent);
    this.#main = main.start > whole.start || main.end < whole.end ? around(source.mainExtent, 0.25) : null;
    this.#view = this.#view ? kept(this.#view, whole) : (this.#askedView() ?? main);
    this.#redraw({ isStripToo: true });
    this.#settle();
  }

  /** The days that the page's address asks for, with sync-url. */
  #askedView() {
    if (!this.hasAttribute("sync-url")) return null;
    const asked = new URLSearchParams(location.search);
    const [from, to] = [readDate(asked.get("from")), readDate(asked.get("to"))];
    return from && to && to.last >= from.first ? view(from.first, to.last + 1) : null;
  }

  #notify(message, action) {
    this.#parts.notice.hidden = !message;
    this.#parts.notice.replaceChildren(...(message ? [made("p", {}, message), ...(action ? [action] : [])] : []));
  }

  #fail(error) {
    this.#parts.summary.textContent = "";
    this.#parts.body.hidden = true;
    const again = made("button", { type: "button", class: "tool", onclick: () => this.#load() }, this.#words.retry);
    this.#notify(`${this.#words.failed} ${error.message}`, again);
    this.#tell("event-timeline-error", { message: error.message });
  }

  #follow() {
    this.#unfollow?.();
    this.#unfollow = null;
    if (!this.hasAttribute("live")) return;
    const polling = this.getAttribute("live") === "poll";
    this.#unfollow = this.#service.follow(() => this.#later("refresh", 800, () => this.refresh()), { polling });
  }

  // --- moving

  #gliding;

  #moveTo(to) {
    this.#view = view(to.start, to.end);
    this.#redraw();
    this.#later("settle", SETTLED, () => this.#settle());
  }

  #glide(to) {
    cancelAnimationFrame(this.#gliding);
    if (matchMedia("(prefers-reduced-motion: reduce)").matches) return this.#moveTo(to);
    const [from, began] = [this.#view, performance.now()];
    const step = (now) => {
      const share = Math.min(1, Math.max(0, (now - began) / GLIDE));
      this.#moveTo(share < 1 ? between(from, to, share) : to);
      if (share < 1) this.#gliding = requestAnimationFrame(step);
    };
    this.#gliding = requestAnimationFrame(step);
  }

  #zoom(factor, day, isGlide = false) {
    const to = zoomed(this.#view, factor, day, this.#limits);
    if (isGlide) this.#glide(to);
    else this.#moveTo(to);
  }

  #zoomMiddle(factor) {
    if (this.#view) this.#zoom(factor, (this.#view.start + this.#view.end) / 2, true);
  }

  #toEnd(side) {
    const span = this.#view.end - this.#view.start;
    this.#glide(side < 0 ? view(this.#limits.start, this.#limits.start + span) : view(this.#limits.end - span, this.#limits.end));
  }

  #fit() {
    if (this.#limits) this.#glide(this.#limits);
  }

  #drag(from, to, kind) {
    const { perDay } = scale(this.#scene());
    if (kind !== "touch") this.#parts.chart.scrollTop -= to[1] - from[1];
    this.#moveTo(moved(this.#view, (from[0] - to[0]) / perDay, this.#limits));
  }

  #hints = 0;

  #hint() {
    if (this.#hints >= 3 && !this.#parts.hint.classList.contains("shown")) return;
    if (!this.#parts.hint.classList.contains("shown")) this.#hints += 1;
    this.#parts.hint.classList.add("shown");
    this.#later("hint", 1200, () => this.#parts.hint.classList.remove("shown"));
  }

  // --- drawing

  #pending;

  #redraw({ isStripToo = false } = {}) {
    this.#isStripStale ||= isStripToo;
    this.#pending ??= requestAnimationFrame(() => {
      this.#pending = null;
      if (this.isConnected && this.#view && this.#lanes.length) this.#paint();
    });
  }
  #isStripStale = false;

  #paint() {
    const { chart, canvas, spacer } = this.#parts;
    const context = (this.#context ??= new Map()).get(canvas) ?? canvas.getContext("2d", { alpha: false });
    this.#context.set(canvas, context);
    let scene = this.#scene();
    if (scene.width < 20) return;
    const arranged = arrange(context, scene);
    this.#fitHeight(arranged.height);
    scene = this.#scene();
    const [width, height] = [Math.round(scene.width * scene.ratio), Math.round(scene.height * scene.ratio)];
    if (canvas.width !== width || canvas.height !== height) Object.assign(canvas, { width, height });
    canvas.style.height = `${scene.height}px`;
    spacer.style.height = `${Math.max(arranged.height, scene.height)}px`;
    this.#hits = draw(context, { ...scene, scroll: chart.scrollTop }, arranged);
    this.#drawStrip(scene);
    this.#ready();
  }
  #context;

  /** The chart grows to what the first pictures need, never shrinks by itself: a page must not jump while one zooms. */
  #fitHeight(needed) {
    const { chart } = this.#parts;
    const most = parseFloat(getComputedStyle(chart).getPropertyValue("max-height")) || 480;
    const height = Math.min(most, Math.max(needed, AXIS + 90));
    if (!this.#height || height > this.#height) {
      this.#height = height;
      chart.style.height = `${height}px`;
    }
  }
  #height = 0;

  #main = null; // what the strip shows as long as the view is in it: the time of all but a few outliers
  #stripLimits;

  #drawStrip(scene) {
    const { start, end } = this.#view;
    const isInMain = this.#main && start >= this.#main.start && end <= this.#main.end;
    const limits = isInMain ? this.#main : this.#limits;
    this.#strip.show(this.#view, limits);
    if (limits === this.#stripLimits && !this.#isStripStale) return;
    this.#isStripStale = false;
    this.#stripLimits = limits;
    const density = (from, to, count) => this.#all.density(from, to, count);
    this.#strip.draw({ ...scene, density, limits, pen: this.#pen("accent") });
  }

  #scene() {
    const { chart } = this.#parts;
    const width = chart.clientWidth;
    return {
      view: this.#view, lanes: this.#lanes, bands: this.#bands, width, height: this.#height || chart.clientHeight,
      gutter: width >= WIDE && this.#laneKind() !== "none" ? GUTTER : 0, palette: this.#palette(), ratio: this.#ratio(), isMirrored: this.#isMirrored(),
      dates: this.#dates, words: this.#words, hovered: this.#hovered, selected: this.#selected, scroll: chart.scrollTop, wordsVersion: this.#wordsVersion,
      font: (this.#font ??= fontOf(getComputedStyle(this.#root).fontFamily)),
      headline: (i) => this.#bands.headline(i) ?? this.#headlines.get(this.#bands.id(i)),
      pen: (name) => this.#pen(name),
      most: (places) => this.#most(places),
    };
  }

  #font;

  #most(places) {
    const scene = this.#scene();
    const dense = places.filter(({ lane, marks }) => !marks && !lane.isRest);
    return Math.max(1, ...dense.map(({ lane }) => mostOf(densityOf(lane, scene))));
  }

  #ratio() {
    return Math.min(window.devicePixelRatio || 1, 2);
  }

  #isDark() {
    const theme = this.getAttribute("theme");
    if (matchMedia("print").matches) return false;
    return theme === "dark" || (theme !== "light" && matchMedia("(prefers-color-scheme: dark)").matches);
  }

  #palette() {
    return (this.#colors ??= this.#mixed());
  }
  #colors;

  /** The palette of the theme, with what the page sets of it in custom properties. */
  #mixed() {
    const colors = this.#isDark() ? DARK : LIGHT;
    const style = getComputedStyle(this);
    const own = (name) => style.getPropertyValue(`--event-timeline-${name}`).trim() || colors[name];
    const accent = own("accent");
    return { ...colors, ground: own("ground"), ink: own("ink"), accent, families: { ...colors.families, accent } };
  }

  #retheme() {
    this.#colors = null;
    this.#font = null;
    this.#pens.clear();
    this.#root.classList.toggle("dark", this.#isDark());
    this.#redraw({ isStripToo: true });
    this.#root.querySelector(".legend")?.dispatchEvent(new Event("retheme"));
  }

  #pen(name) {
    if (!this.#pens.has(name)) {
      const palette = this.#palette();
      const color = palette.families[name];
      this.#pens.set(name, { color, ground: palette.ground, hatch: hatch(color, this.#ratio()) });
    }
    return this.#pens.get(name);
  }

  #ready() {
    if (this.#drawn) return;
    this.#drawn = true;
    performance.mark("event-timeline-drawn");
    this.#tell("event-timeline-ready", { total: this.#total });
  }

  // --- when the view rests

  async #settle() {
    const signal = this.#loading.signal;
    this.#tell("event-timeline-change", { ...this.range, total: this.#total });
    this.#writeAddress();
    if (this.#buckets) await this.#nearer(signal);
    if (signal.aborted || !this.isConnected) return;
    const [first, last] = [Math.floor(this.#view.start), Math.ceil(this.#view.end) - 1];
    const inView = this.#bands ? this.#bands.inView(first, last) : null;
    this.#summarise(inView, first, last);
    await Promise.all([this.#loadHeadlines(signal), this.hasAttribute("no-list") ? null : this.#showList(inView, signal)]).catch((error) => {
      if (!signal.aborted) this.#say(`${this.#words.failed} ${error.message}`);
    });
  }

  /** With too many events for one answer: those in view, as soon as they are few enough. */
  async #nearer(signal) {
    const span = this.#view.end - this.#view.start;
    const isLocal = this.#local && this.#local.start <= this.#view.start && this.#local.end >= this.#view.end;
    if (isLocal) return;
    const [from, to] = [Math.floor(this.#view.start - span), Math.ceil(this.#view.end + span)];
    const most = Math.min(MOST, Number(this.getAttribute("most")) || MOST);
    const isFew = this.#all.atMost(from, to) <= most * 2;
    const kind = this.#laneKind();
    const answer = isFew && await this.#service.bands(
      [["from", edtfDay(from)], ["to", edtfDay(to)], ["most", String(most)], ["lanes", kind === "actor" || kind === "place" ? kind : "none"]], signal);
    if (signal.aborted) return;
    const all = this.#all;
    const found = answer && !answer.truncated;
    this.#local = found ? { start: from, end: to } : null;
    this.#setBands(found ? new Bands(answer) : null);
    this.#all = all;
    this.#wordsVersion += 1;
    this.#redraw();
  }
  #local = null;

  #summarise(inView, first, last) {
    const dates = this.#dates;
    const said = [this.#words.events(dates.number(this.#total)), dates.range(first, last)];
    if (inView && inView.length < this.#total) said.push(this.#words.inView(dates.number(inView.length)));
    this.#parts.summary.textContent = said.join(" · ");
  }

  #writeAddress() {
    if (!this.hasAttribute("sync-url")) return;
    const address = new URL(location.href);
    const { from, to } = this.range;
    address.searchParams.set("from", from);
    address.searchParams.set("to", to);
    if (address.href !== location.href) history.replaceState(history.state, "", address);
  }

  /** Headlines of the marks in sight that came without. */
  async #loadHeadlines(signal) {
    if (!this.#bands || this.#bands.answer.headlines) return;
    const placed = this.#lanes.flatMap((lane) => lane.kept?.marks?.placed ?? []);
    const wanted = [...new Set(placed.map(({ i }) => i))].map((i) => this.#bands.id(i)).filter((id) => !this.#headlines.has(id)).slice(0, LABELS);
    if (!wanted.length) return;
    this.#remember(await this.#service.events(wanted, signal));
  }

  #remember(events) {
    for (const [id, event] of events) this.#headlines.set(id, event.headline);
    this.#wordsVersion += 1;
    this.#redraw();
  }

  #showList(inView, signal) {
    if (!inView) return this.#showFarList(signal);
    return this.#list.show(inView.length, async (from, count) => this.#fetched(inView.slice(from, from + count), signal));
  }

  async #fetched(places, signal) {
    const ids = places.map((i) => this.#bands.id(i));
    const events = await this.#service.events(ids, signal);
    return ids.map((id) => events.get(id)).filter(Boolean);
  }

  /** The list straight from the API, page by page, where there are too many events to know them all. */
  async #showFarList(signal) {
    const { from, to } = this.range;
    const pages = [await this.#service.list([["from", from], ["to", to], ["limit", String(PAGE)], ["count", "exact"]], signal)];
    return this.#list.show(pages[0].total, async (start) => {
      const at = start / PAGE;
      while (!pages[at]) pages.push(await this.#service.following(pages.at(-1).next, signal));
      return pages[at].events;
    });
  }

  #showUndated(count, isOpen) {
    const { undated } = this.#parts;
    undated.hidden = !count;
    if (!count) return;
    undated.open = isOpen;
    undated.firstChild.textContent = this.#words.undated(this.#dates.number(count));
    const [places, signal] = [this.#bands?.undated ?? [], this.#loading.signal];
    const fill = () => undated.open && this.#undated.show(places.length, (from, size) => this.#fetched(places.slice(from, from + size), signal));
    undated.ontoggle = () => fill()?.catch?.(() => {});
    if (isOpen) fill();
  }

  // --- single events

  #hitAt([x, y]) {
    return this.#hits.findLast((hit) => x >= hit.x0 - 3 && x <= hit.x1 + 3 && y >= hit.y0 && y <= hit.y1)?.i ?? -1;
  }

  #pointAt(at) {
    const found = at && this.#view ? this.#hitAt(at) : -1;
    this.#parts.canvas.style.cursor = found >= 0 ? "pointer" : "";
    this.#hover(found);
  }

  #pointTo(id) {
    if (this.#bands) this.#hover(this.#bands.placeOf(id));
  }

  #hover(i) {
    if (i === this.#hovered) return;
    this.#hovered = i;
    this.#redraw();
  }

  #press(at) {
    this.#parts.chart.focus({ preventScroll: true });
    const found = this.#hitAt(at);
    this.#select(found >= 0 ? this.#bands.id(found) : null, "chart");
  }

  #walk(by) {
    if (!this.#bands) return;
    const { lo } = this.#bands;
    const first = Math.floor(this.#view.start);
    const inView = this.#bands.inView(first, Math.ceil(this.#view.end) - 1);
    let i = this.#hovered >= 0 ? this.#hovered + by : by > 0 ? inView[0] : inView.at(-1);
    while (i >= 0 && i < this.#bands.size && lo[i] !== lo[i]) i += by;
    if (!(i >= 0 && i < this.#bands.size)) return;
    this.#hover(i);
    this.#reveal(i);
    this.#announce(i);
  }

  /** Moves the view, and the lanes, so that an event is in sight. */
  #reveal(i) {
    const day = this.#bands.lo[i];
    const span = this.#view.end - this.#view.start;
    if (day < this.#view.start || this.#bands.hi[i] < this.#view.start || day >= this.#view.end) this.#glide(kept(view(day - span / 2, day + span / 2), this.#limits));
    const hit = this.#hits.find((each) => each.i === i);
    const { chart } = this.#parts;
    if (hit && hit.y1 > this.#height) chart.scrollTop += hit.y1 - this.#height + 8;
    if (hit && hit.y0 < AXIS) chart.scrollTop -= AXIS - hit.y0 + 8;
  }

  async #announce(i) {
    const id = this.#bands.id(i);
    const status = this.#bands.status(i);
    let headline = this.#bands.headline(i) ?? this.#headlines.get(id);
    if (!headline) {
      const found = await this.#service.events([id]).catch(() => new Map());
      this.#remember(found);
      headline = found.get(id)?.headline ?? "";
    }
    const claim = status === "asserted" ? "" : ` (${this.#words.statuses[status] ?? status})`;
    this.#say(`${this.#dates.span(this.#bands.bounds(i))}: ${headline}${claim}`);
  }

  #say(text) {
    this.#parts.said.textContent = text;
  }

  #leave() {
    if (this.#open) this.#select(null, "chart");
    else this.#hover(-1);
  }

  async #select(id, where) {
    const { detail, chart } = this.#parts;
    this.#open = id;
    this.#selected = id && this.#bands ? this.#bands.placeOf(id) : -1;
    this.#redraw();
    if (!id) {
      const hadFocus = detail.contains(this.shadowRoot.activeElement);
      detail.hidden = true;
      detail.replaceChildren();
      for (const list of [this.#list, this.#undated]) list.expand(null, null);
      this.#parts.body.insertBefore(detail, this.#root.querySelector(".legend"));
      if (hadFocus) chart.focus({ preventScroll: true });
      return this.#tell("event-timeline-select", { id: null, event: null });
    }
    return this.#tellOf(id, where);
  }

  async #tellOf(id, where) {
    const { detail } = this.#parts;
    let event;
    try {
      event = await this.#service.event(id);
    } catch (error) {
      return this.#say(`${this.#words.failed} ${error.message}`);
    }
    if (this.#open !== id) return undefined;
    const isInList = where === "list";
    detail.replaceChildren(...(isInList ? [] : this.#headOf(event)), ...this.#cards.whole(event));
    detail.hidden = false;
    detail.setAttribute("aria-label", event.headline);
    for (const list of [this.#list, this.#undated]) list.expand(isInList ? id : null, isInList ? detail : null);
    if (!isInList) this.#parts.body.insertBefore(detail, this.#root.querySelector(".legend"));
    if (where === "chart") this.#say(event.headline);
    return this.#tell("event-timeline-select", { id, event });
  }

  #headOf(event) {
    return [
      made("div", { class: "top" },
        made("div", { class: "heading", role: "heading", "aria-level": this.getAttribute("heading-level") ?? "2" }, event.headline),
        made("button", { type: "button", class: "close", "aria-label": this.#words.close, onclick: () => this.#select(null, "chart") }, "✕")),
      made("p", { class: "date" }, this.#cards.when(event.when)),
      this.#cards.badges(event),
    ];
  }

  // --- what others get

  #snippets(onlyView) {
    const isWindow = ([name]) => ["from", "to", "date"].includes(name);
    const filters = this.#service.filters.filter((pair) => !onlyView || !isWindow(pair));
    const pairs = onlyView && this.#view ? [...filters, ["from", this.range.from], ["to", this.range.to]] : filters;
    return snippets(this.#service, pairs, { lanes: this.#laneKind(), words: this.#words, title: this.getAttribute("aria-label") ?? this.#words.chart });
  }

  #tell(name, detail) {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  }
}
