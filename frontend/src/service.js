// What is asked of the service, over HTTP. Nothing is kept here but what a live timeline needs to know of the last answer.

import { FILTERS } from "./filters.js";

const BATCH = 80; // ids in one address
const POLL = 30_000; // milliseconds

/** The service at an address. `src` may be its root, its `/v1/events`, or that with filters, which `pairs` then begins with. */
export class Service {
  constructor(src, pairs, fallback) {
    const url = new URL(src || "/", fallback);
    this.root = url.origin + url.pathname.replace(/\/(v1\/[a-z]+|embed)?\/?$/, "");
    const known = [...url.searchParams].filter(([name]) => FILTERS.includes(name));
    this.filters = [...known, ...pairs];
    this.tag = null;
  }

  /** The address of a page of the service. */
  page(path, pairs = []) {
    const query = new URLSearchParams(pairs).toString();
    return `${this.root}${path}${query ? `?${query}` : ""}`;
  }

  bands(more, signal) {
    return this.#get("/v1/bands", [...this.#narrowed(more), ...more.filter(([name]) => !isWindow(name))], signal);
  }

  histogram(more, signal) {
    return this.#get("/v1/histogram", [...this.#narrowed(more), ...more.filter(([name]) => !isWindow(name))], signal);
  }

  /** A page of the list: {events, next}. `next` is an address to go on with. */
  list(more, signal) {
    return this.#get("/v1/events", [...this.#narrowed(more), ...more.filter(([name]) => !isWindow(name))], signal);
  }

  async following(next, signal) {
    return read(await fetch(this.root + next, { signal }));
  }

  /** The events with these ids, by id. */
  async events(ids, signal) {
    const batches = [];
    for (let at = 0; at < ids.length; at += BATCH) batches.push(ids.slice(at, at + BATCH));
    const answers = await Promise.all(batches.map((batch) => this.#some(batch, signal)));
    return new Map(answers.flat().map((event) => [event.id, event]));
  }

  async #some(ids, signal) {
    const pairs = [...ids.map((id) => ["event", id]), ["limit", String(BATCH)]];
    return (await this.#get("/v1/events", pairs, signal)).events;
  }

  event(id, signal) {
    return this.#get(`/v1/events/${id}`, [], signal);
  }

  /** The filters with a window of its own in the place of theirs. */
  #narrowed(more) {
    const window = more.filter(([name]) => isWindow(name));
    const isTaken = new Set(window.map(([name]) => name));
    return [...this.filters.filter(([name]) => !isTaken.has(name)), ...window];
  }

  async #get(path, pairs, signal) {
    return read(await fetch(this.page(path, pairs), { signal, headers: { Accept: "application/json" } }));
  }

  /** Calls back after every change of the chronology, until the function that it gives is called. */
  follow(changed, { polling = false } = {}) {
    let timer = null;
    let stream = null;
    const poll = async () => {
      if (await this.#hasChanged()) changed();
    };
    const fallBack = () => {
      stream?.close();
      stream = null;
      timer ??= setInterval(poll, POLL);
    };
    if (polling || typeof EventSource === "undefined") fallBack();
    else {
      stream = new EventSource(this.page("/v1/stream"));
      let wasOpen = false;
      stream.addEventListener("open", () => (wasOpen = true));
      stream.addEventListener("error", () => (!wasOpen || stream.readyState === EventSource.CLOSED) && fallBack());
      for (const name of ["message", "created", "updated", "deleted", "change", "reset"]) stream.addEventListener(name, changed);
    }
    return () => {
      stream?.close();
      clearInterval(timer);
    };
  }

  async #hasChanged() {
    try {
      const answer = await fetch(this.page("/v1/bands", [...this.filters, ["most", "1"]]));
      const tag = answer.headers.get("ETag");
      const isOther = answer.ok && this.tag !== null && tag !== this.tag;
      if (answer.ok) this.tag = tag;
      return isOther;
    } catch {
      return false; // no connection now; the next time will tell
    }
  }
}

function isWindow(name) {
  return name === "from" || name === "to";
}

/** The answer as JSON; an Error with what a problem answer says. */
async function read(answer) {
  if (answer.ok) return answer.json();
  const problem = await answer.json().catch(() => ({}));
  throw new Error(problem.detail ?? problem.title ?? `${answer.status} ${answer.statusText}`);
}
