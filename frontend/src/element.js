// <event-timeline>: how its parts hang together, and what the page says to it and hears of it.

import { edtfDay, readDate } from "./calendar.js";
import { Cards } from "./cards.js";
import { Choice } from "./choice.js";
import { Dates } from "./dates.js";
import { ATTRIBUTES, given } from "./filters.js";
import { listen, listenToKeys } from "./gestures.js";
import { Known } from "./known.js";
import { languageOf } from "./language.js";
import { List } from "./list.js";
import { made } from "./made.js";
import { Mover } from "./mover.js";
import { laneKind, parts } from "./parts.js";
import { Service } from "./service.js";
import { embedDialog, snippets } from "./snippets.js";
import { Stage } from "./stage.js";
import { Strip } from "./strip.js";
import styles from "./style.css";
import { Theme } from "./theme.js";
import { around, kept, view } from "./view.js";
import { ENGLISH } from "./words.js";

const OWN = ["src", "lanes", "theme", "lang", "dir", "sync-url", "live", "wheel", "most", "no-list", "no-embed", "heading-level"];
const REBUILDING = ["lang", "dir", "heading-level", "no-list", "no-embed"];
const SETTLED = 180; // milliseconds without a move
const GATHERED = 800; // milliseconds in which changes become one
const HINTS = 3; // times that the use of the wheel is told
const MOST = 100_000;

const sheet = typeof CSSStyleSheet === "undefined" ? null : new CSSStyleSheet();
sheet?.replaceSync(styles);
const home = document.currentScript?.src ?? document.baseURI;

export class EventTimeline extends HTMLElement {
  static observedAttributes = [...ATTRIBUTES, ...OWN];

  #words = ENGLISH;
  #theme = new Theme(this);
  #mover = new Mover(() => this.#hasMoved());
  #choice;
  #timers = {};
  #isReady = false;
  #hints = 0;
  #stop;
  #loading;
  #unfollow;
  #observer;
  #dates;
  #service;
  #cards;
  #known;
  #parts;
  #stage;
  #list;
  #undated;

  constructor() {
    super();
    this.attachShadow({ mode: "open" }).adoptedStyleSheets = [sheet];
  }

  connectedCallback() {
    this.#stop = new AbortController();
    const { signal } = this.#stop;
    for (const query of ["(prefers-color-scheme: dark)", "print"]) matchMedia(query).addEventListener("change", () => this.#retheme(), { signal });
    this.#build();
    this.#load();
  }

  disconnectedCallback() {
    this.#stop.abort();
    this.#loading?.abort();
    this.#unfollow?.();
    this.#observer?.disconnect();
    for (const timer of Object.values(this.#timers)) clearTimeout(timer);
    this.#isReady = false;
  }

  attributeChangedCallback(name, before, after) {
    if (!this.isConnected || !this.#parts || before === after) return;
    if (name === "theme") this.#retheme();
    else if (name === "live") this.#follow();
    else if (name !== "wheel" && name !== "sync-url") this.#later("load", 0, () => this.#change(name));
  }

  #change(name) {
    if (REBUILDING.includes(name)) this.#build();
    if (ATTRIBUTES.includes(name) || name === "src") this.#mover.view = null;
    this.#load();
  }

  // --- what the page may say

  /** The words it uses, which a page may change: element.words = {fit: "Alles"}. */
  get words() {
    return this.#words;
  }

  set words(changes) {
    this.#words = { ...ENGLISH, ...changes };
    if (!this.isConnected) return;
    this.#build();
    this.#load();
  }

  /** The days in view as {from, to}, EDTF; null before anything is there. */
  get range() {
    if (!this.#mover.view) return null;
    const [from, to] = this.#mover.days.map(edtfDay);
    return { from, to };
  }

  /** Shows other days: element.show("2025-10", "2025-11"). */
  show(from, to = from) {
    const [first, last] = [readDate(from), readDate(to)];
    if (first && last && this.#mover.limits) this.#mover.glide(around([first.first, last.last], 0));
  }

  /** Asks again, as when something is known to have changed. */
  refresh() {
    return this.#load({ isQuiet: true });
  }

  // --- what it is made of

  #build() {
    const [words, chart, language] = [this.#words, this.#chart(), languageOf(this)];
    this.#dates = new Dates(language, words);
    const strip = new Strip(chart);
    this.#list = this.hasAttribute("no-list") ? null : new List(chart, { heading: words.list, level: this.#level });
    this.#undated = new List(chart, { heading: "", level: this.#level });
    const { dialog, open } = embedDialog(words, (onlyView) => this.#snippets(onlyView));
    this.#parts = parts(words, {
      strip, dialog, list: this.#list, undatedList: this.#undated, theme: this.#theme, kind: this.#kind, on: this.#controls(open),
    });
    const { root, canvas, chart: box } = this.#parts;
    Object.assign(root, { dir: this.#isMirrored ? "rtl" : "ltr", lang: language });
    this.shadowRoot.replaceChildren(root);
    this.#stage = new Stage({ ...this.#parts, strip }, this.#theme, () => this.#state(), () => this.#ready());
    this.#choice ??= new Choice(this.#companions());
    this.#retheme();
    listen(canvas, chart, this.#stop.signal);
    listenToKeys(box, chart, this.#stop.signal);
    this.#observer?.disconnect();
    this.#observer = new ResizeObserver(() => this.#stage.redraw({ isStripToo: true }));
    this.#observer.observe(box);
  }

  get #level() {
    return this.getAttribute("heading-level") ?? "2";
  }

  get #kind() {
    return laneKind(this.getAttribute("lanes"));
  }

  get #isMirrored() {
    return getComputedStyle(this).direction === "rtl";
  }

  /** What the buttons and other controls do. */
  #controls(openEmbed) {
    return {
      lanes: (event) => this.setAttribute("lanes", event.target.value),
      zoomOut: () => this.#mover.zoomMiddle(1 / 2),
      zoomIn: () => this.#mover.zoomMiddle(2),
      fit: () => this.#mover.fit(),
      embed: this.hasAttribute("no-embed") ? null : openEmbed,
      scroll: () => this.#stage.redraw(),
      close: () => this.#choice.select(null, "chart"),
    };
  }

  /** What gestures, strip and lists may ask and do. */
  #chart() {
    const [element, mover, choice] = [this, this.#mover, () => this.#choice];
    return {
      get isMirrored() { return element.#isMirrored; },
      get dates() { return element.#dates; },
      get words() { return element.#words; },
      get cards() { return element.#cards; },
      day: (x) => this.#stage.scale().day(x),
      drag: (from, to, kind) => this.#drag(from, to, kind),
      pan: (days) => mover.pan(days),
      panPixels: (pixels) => mover.pan(pixels / this.#stage.scale().perDay),
      panBy: (share) => mover.panBy(share),
      zoom: (factor, day, isGlide) => mover.zoom(factor, day, isGlide),
      zoomMiddle: (factor) => mover.zoomMiddle(factor),
      toEnd: (side) => mover.toEnd(side),
      fit: () => mover.fit(),
      moveTo: (to) => mover.toKept(to),
      stop: () => mover.stop(),
      press: (at) => choice().press(at),
      point: (at) => (typeof at === "string" ? choice().pointTo(at) : choice().pointAt(at)),
      select: (id, where) => choice().select(id, where),
      walk: (by) => choice().walk(by),
      openWalked: () => choice().openWalked(),
      leave: () => choice().leave(),
      takesWheel: () => this.getAttribute("wheel") === "zoom",
      hint: () => this.#hint(),
    };
  }

  /** What the choice of an event has to do with. */
  #companions() {
    const element = this;
    return {
      get known() { return element.#known; },
      get stage() { return element.#stage; },
      get mover() { return element.#mover; },
      get parts() { return element.#parts; },
      get lists() { return [element.#list, element.#undated].filter(Boolean); },
      get cards() { return element.#cards; },
      get dates() { return element.#dates; },
      get words() { return element.#words; },
      get service() { return element.#service; },
      get level() { return element.#level; },
      say: (text) => this.#say(text),
      tell: (name, detail) => this.#tell(name, detail),
    };
  }

  /** What is to be drawn. */
  #state() {
    const { view: shown, limits, main } = this.#mover;
    const { bands, lanes = [], all, version } = this.#known ?? {};
    return {
      view: shown, limits, main, bands, lanes, all, wordsVersion: version, hasNames: this.#kind !== "none", isMirrored: this.#isMirrored,
      dates: this.#dates, words: this.#words, hovered: this.#choice.hovered, selected: this.#choice.selected,
      headline: (i) => this.#known.headline(i),
    };
  }

  #retheme() {
    this.#theme.forget();
    this.#parts.root.classList.toggle("dark", this.#theme.isDark);
    this.#parts.legend.dispatchEvent(new Event("retheme"));
    this.#stage.redraw({ isStripToo: true });
  }

  // --- asking

  async #load({ isQuiet = false } = {}) {
    this.#loading?.abort();
    const { signal } = (this.#loading = new AbortController());
    if (!isQuiet) this.#parts.summary.textContent = this.#words.loading;
    this.#parts.root.classList.toggle("loading", !isQuiet);
    this.#parts.lanes.value = this.#kind;
    this.#service = new Service(this.getAttribute("src"), given(this), home);
    this.#cards = new Cards(this.#dates, this.#words, this.#service);
    const most = Math.min(MOST, Number(this.getAttribute("most")) || MOST);
    const known = new Known(this.#service, { kind: this.#kind, most, words: this.#words });
    try {
      await known.ask(signal);
      if (!signal.aborted) this.#take(known, isQuiet);
    } catch (error) {
      if (signal.aborted) return;
      if (!isQuiet) this.#fail(error);
    }
    this.#parts.root.classList.remove("loading");
    this.#follow();
  }

  #take(known, isQuiet) {
    this.#known = known;
    this.#choice.renew();
    this.#showAll();
    if (isQuiet) this.#say(this.#words.updated);
  }

  #showAll() {
    const { extent, mainExtent, total, undatedCount } = extentsOf(this.#known);
    this.#showUndated(undatedCount, !extent);
    for (const part of [this.#parts.frame, this.#stage.strip.element, this.#list?.element]) if (part) part.hidden = !extent;
    this.#notify(total ? null : this.#words.empty);
    this.#parts.body.hidden = !total;
    if (extent) this.#showDated(extent, mainExtent);
    else {
      this.#parts.summary.textContent = this.#words.events(this.#dates.number(total));
      this.#ready();
    }
  }

  #showDated(extent, mainExtent) {
    const [whole, main] = [around(extent), around(mainExtent)];
    const hasOutliers = main.start > whole.start || main.end < whole.end;
    this.#mover.limits = whole;
    this.#mover.main = hasOutliers ? around(mainExtent, 0.25) : null;
    this.#mover.view = this.#mover.view ? kept(this.#mover.view, whole) : (this.#askedView() ?? main);
    this.#stage.redraw({ isStripToo: true });
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
    this.#unfollow = this.#service.follow(() => this.#later("refresh", GATHERED, () => this.refresh()), { polling });
  }

  // --- when the view moves, and when it rests

  #hasMoved() {
    this.#stage.redraw();
    this.#later("settle", SETTLED, () => this.#settle());
  }

  #drag(from, to, kind) {
    if (kind !== "touch") this.#parts.chart.scrollTop -= to[1] - from[1];
    this.#mover.pan((from[0] - to[0]) / this.#stage.scale().perDay);
  }

  /** That the wheel zooms with a key held, told a few times. */
  #hint() {
    const { classList } = this.#parts.hint;
    if (!classList.contains("shown") && (this.#hints += 1) > HINTS) return;
    classList.add("shown");
    this.#later("hint", 1200, () => classList.remove("shown"));
  }

  async #settle() {
    const { signal } = this.#loading;
    this.#tell("event-timeline-change", { ...this.range, total: this.#known.total });
    this.#writeAddress();
    try {
      if (await this.#known.nearer(this.#mover.view, signal)) this.#stage.redraw();
      if (signal.aborted || !this.isConnected) return;
      const inView = this.#known.bands?.inView(...this.#mover.days) ?? null;
      this.#summarise(inView);
      await Promise.all([this.#loadHeadlines(signal), this.#showList(inView, signal)]);
    } catch (error) {
      if (!signal.aborted) this.#say(`${this.#words.failed} ${error.message}`);
    }
  }

  async #loadHeadlines(signal) {
    if (await this.#known.loadHeadlines(signal)) this.#stage.redraw();
  }

  #summarise(inView) {
    const [{ total }, dates] = [this.#known, this.#dates];
    const said = [this.#words.events(dates.number(total)), dates.range(...this.#mover.days)];
    if (inView && inView.length < total) said.push(this.#words.inView(dates.number(inView.length)));
    this.#parts.summary.textContent = said.join(" · ");
  }

  #writeAddress() {
    if (!this.hasAttribute("sync-url")) return;
    const address = new URL(location.href);
    for (const [name, day] of Object.entries(this.range)) address.searchParams.set(name, day);
    if (address.href !== location.href) history.replaceState(history.state, "", address);
  }

  async #showList(inView, signal) {
    if (!this.#list) return undefined;
    if (inView) return this.#list.show(inView.length, this.#known.listed(inView, signal));
    return this.#list.show(...(await this.#known.farList(this.range, signal)));
  }

  #showUndated(count, isOpen) {
    const { undated } = this.#parts;
    undated.hidden = !count;
    if (!count) return;
    undated.open = isOpen;
    undated.firstChild.textContent = this.#words.undated(this.#dates.number(count));
    const [places, { signal }] = [this.#known.bands?.undated ?? [], this.#loading];
    const fill = async () => undated.open && this.#undated.show(places.length, this.#known.listed(places, signal));
    undated.ontoggle = () => fill().catch(() => {});
    if (isOpen) undated.ontoggle();
  }

  #ready() {
    if (this.#isReady) return;
    this.#isReady = true;
    performance.mark("event-timeline-drawn");
    this.#tell("event-timeline-ready", { total: this.#known.total });
  }

  #later(name, delay, action) {
    clearTimeout(this.#timers[name]);
    this.#timers[name] = setTimeout(action, delay);
  }

  // --- what others get

  #snippets(onlyView) {
    const isWindow = ([name]) => ["from", "to", "date"].includes(name);
    const filters = this.#service.filters.filter((pair) => !onlyView || !isWindow(pair));
    const pairs = onlyView && this.range ? [...filters, ...Object.entries(this.range)] : filters;
    return snippets(this.#service, pairs, { lanes: this.#kind, words: this.#words, title: this.getAttribute("aria-label") ?? this.#words.chart });
  }

  #say(text) {
    this.#parts.said.textContent = text;
  }

  #tell(name, detail) {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  }
}

function extentsOf(known) {
  const { extent, total, undatedCount } = known;
  return { extent, mainExtent: extent && known.mainExtent, total, undatedCount };
}
