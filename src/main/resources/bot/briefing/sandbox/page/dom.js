// Nodes are built here and nowhere else; text from the wire only ever becomes a text node.

/** An element with properties (those with a dash or "role" become attributes) and children. */
export function el(tag, properties = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value === undefined || value === null || value === false) continue;
    if (name.includes("-") || name === "role" || name === "for") node.setAttribute(name, value);
    else node[name] = value;
  }
  node.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== ""));
  return node;
}

/** A link that opens elsewhere; plain text when the address is not http(s), mailto or tg. */
export function link(address, ...children) {
  let scheme = "";
  try {
    scheme = new URL(address).protocol;
  } catch {
    scheme = "";
  }
  if (!["http:", "https:", "mailto:", "tg:"].includes(scheme)) return el("span", {}, ...children);
  return el("a", { href: address, target: "_blank", rel: "noopener noreferrer" }, ...children);
}

/** A picture, only from the web; else, or when it does not come, its alternative text in its place. */
export function picture(address, alternative, className) {
  const instead = el("span", { className: "alt " + className, role: "img", "aria-label": alternative, title: alternative }, el("span", {}, alternative));
  if (!/^https?:\/\//i.test(address ?? "")) return instead;
  const image = el("img", { alt: alternative, title: alternative, className, loading: "lazy", referrerPolicy: "no-referrer" });
  image.onerror = () => image.replaceWith(instead);
  image.src = address;
  return image;
}

let texts = {};

export function useTexts(loaded) {
  texts = loaded;
}

/** What the page says under this key, in the reader's language. */
export function say(key, ...values) {
  return (texts[key] ?? key).replace(/\{(\d)\}/g, (_, index) => values[Number(index)] ?? "");
}
