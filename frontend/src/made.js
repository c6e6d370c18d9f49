// Making elements: made("p", {class: "date"}, "2 May", other). Texts are always texts, never markup.

export function made(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
    else if (value === true) element.setAttribute(key, "");
    else if (value !== false && value !== null && value !== undefined) element.setAttribute(key, value);
  }
  element.append(...children.filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

/** A link, only to the web; where the address is none, its words alone. */
export function link(address, text, attributes = {}) {
  const isWeb = /^https?:\/\//i.test(address ?? "");
  return isWeb ? made("a", { href: address, rel: "noopener nofollow", target: "_blank", ...attributes }, text) : made("span", {}, text);
}
