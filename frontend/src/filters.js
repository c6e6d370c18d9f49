// The filters of the API as attributes of the element, and as a query.

export const FILTERS = [
  "date", "from", "to", "match", "dates", "actor", "actors_all", "actor_country", "role", "type", "mode", "place", "country",
  "status", "claimed_by", "basis", "precision", "source", "document", "event", "q", "min_reports", "min_salience", "as_of",
  "updated_since",
];

// HTML gives `role` to assistive technology.
const RENAMED = { role: "actor-role" };
const MANY = "|";

/** The attribute that carries a filter: `actor_country` may be written `actor-country` too. */
export function attributesOf(filter) {
  const name = RENAMED[filter] ?? filter;
  return [...new Set([name, name.replaceAll("_", "-")])];
}

export const ATTRIBUTES = FILTERS.flatMap(attributesOf);

/** [[filter, value], …] of an element's attributes; several values of one are parted by |. */
export function given(element) {
  const found = [];
  for (const filter of FILTERS) {
    const name = attributesOf(filter).find((each) => element.getAttribute(each)?.trim());
    const values = name ? element.getAttribute(name).split(MANY) : [];
    for (const value of values) if (value.trim()) found.push([filter, value.trim()]);
  }
  return found;
}

/** The attributes for such pairs: [['actor', 'Pakistan|Iran'], …]. */
export function asAttributes(pairs) {
  const joined = new Map();
  for (const [filter, value] of pairs) {
    const name = attributesOf(filter).at(-1);
    joined.set(name, joined.has(name) ? `${joined.get(name)}${MANY}${value}` : value);
  }
  return [...joined];
}
