// The language that dates are written in.

/** What `lang` of the element, or of what it stands in, says; plain English is that of the reader, else British. */
export function languageOf(element) {
  const asked = element.closest("[lang]")?.lang || navigator.language || "en";
  if (asked === "en") return /^en-/.test(navigator.language) ? navigator.language : "en-GB";
  try {
    return Intl.getCanonicalLocales(asked)[0] ?? "en";
  } catch {
    return "en"; // a lang that is no language
  }
}
