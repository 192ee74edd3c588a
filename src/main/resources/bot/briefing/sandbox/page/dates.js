const UNITS = [
  ["year", 31536000],
  ["month", 2592000],
  ["day", 86400],
  ["hour", 3600],
  ["minute", 60],
  ["second", 1],
];

const FORMATS = {
  t: { timeStyle: "short" },
  T: { timeStyle: "medium" },
  d: { dateStyle: "short" },
  D: { dateStyle: "long" },
  f: { dateStyle: "long", timeStyle: "short" },
  F: { dateStyle: "full", timeStyle: "short" },
};

/** Discord's single letters, else Telegram's combination of w, d or D, t or T (Bot API, date-time entity). */
function style(format) {
  if (FORMATS[format]) return FORMATS[format];
  const letters = format ?? "";
  const dateStyle = letters.includes("w") ? "full" : letters.includes("D") ? "long" : letters.includes("d") ? "short" : undefined;
  const timeStyle = letters.includes("T") ? "medium" : letters.includes("t") ? "short" : undefined;
  return dateStyle || timeStyle ? { dateStyle, timeStyle } : FORMATS.f;
}

function relative(seconds, language) {
  const away = seconds - Date.now() / 1000;
  const [unit, size] = UNITS.find(([, length]) => Math.abs(away) >= length) ?? UNITS.at(-1);
  return new Intl.RelativeTimeFormat(language, { numeric: "auto" }).format(Math.round(away / size), unit);
}

/** An instant as a reader sees it: format R or r is relative, the letters are the platforms' own. */
export function date(seconds, format) {
  const language = document.documentElement.lang;
  const instant = new Date(seconds * 1000);
  const node = document.createElement("time");
  if (Number.isNaN(instant.getTime())) {
    node.textContent = String(seconds);
    return node;
  }
  const full = new Intl.DateTimeFormat(language, FORMATS.F).format(instant);
  node.dateTime = instant.toISOString();
  node.title = full;
  node.textContent = /^r$/i.test(format ?? "")
    ? relative(seconds, language)
    : new Intl.DateTimeFormat(language, style(format)).format(instant);
  return node;
}

/** A time of day for the corner of a message. */
export function clock(seconds) {
  return date(seconds, "t");
}
