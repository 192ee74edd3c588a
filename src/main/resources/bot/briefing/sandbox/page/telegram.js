import { el, link, picture, say } from "./dom.js";
import { clock, date } from "./dates.js";

export const title = "Telegram";

export const idOf = (message) => String(message.message_id);

export const mine = (message) => message.from?.is_bot === false;

const BLOCKS = new Set(["blockquote", "expandable_blockquote", "pre"]);

const TAGS = {
  bold: "strong",
  italic: "em",
  underline: "u",
  strikethrough: "s",
  code: "code",
  mention: "b",
  hashtag: "b",
};

/** A message as nodes; act does what a reader does: act.say(text), act.press(id, button, value). */
export function render(message, act) {
  const parts = [];
  if (message.reply_to_message) {
    parts.push(el("p", { className: "replied" }, message.reply_to_message.text ?? say("photo")));
  }
  if (message.photo) {
    parts.push(picture(message.photo.at(-1).file_id, say("photo"), "photo"));
  }
  const text = message.text ?? message.caption ?? "";
  const entities = message.entities ?? message.caption_entities ?? [];
  parts.push(el("div", { className: "text" }, marked(text, 0, text.length, entities, act)));
  const foot = el("p", { className: "foot" }, message.edit_date ? say("edited") + " · " : "", clock(message.date));
  const bubble = el("div", { className: "bubble" }, parts, foot);
  const rows = (message.reply_markup?.inline_keyboard ?? []).map((row) =>
    el("div", { className: "row" }, row.map((button) => key(message, button, act))),
  );
  for (const row of message.reply_markup?.keyboard ?? []) {
    rows.push(el("div", { className: "row" }, row.map((button) => asked(message, button, act))));
  }
  return [bubble, rows.length ? el("div", { className: "keyboard" }, rows) : null];
}

function key(message, button, act) {
  if (button.callback_data !== undefined) {
    return el("button", { type: "button", className: "key", onclick: () => act.press(idOf(message), button.callback_data, "") }, button.text);
  }
  if (/^https:\/\/t\.me\/[A-Za-z0-9_]+\?start=/.test(button.url ?? "")) {
    return el(
      "button",
      { type: "button", className: "key", title: say("opens.chat"), onclick: () => act.press(idOf(message), button.url, "") },
      button.text,
      el("span", { "aria-hidden": "true", className: "arrow" }, " ↗"),
    );
  }
  const node = link(button.url ?? "", button.text, el("span", { "aria-hidden": "true", className: "arrow" }, " ↗"));
  node.className = "key";
  return node;
}

/** A button of a keyboard: it says its words, or chooses one of the person's chats by its id. */
function asked(message, button, act) {
  const words = button.text ?? button;
  const choose = () => {
    const chat = button.request_chat ? window.prompt(words + " (id)") : "";
    if (chat !== null) act.press(idOf(message), words, chat);
  };
  return el("button", { type: "button", className: "key", onclick: choose }, words);
}

/** The text between two offsets with what is marked there; entities come sorted, outer ones first. */
function marked(text, start, end, entities, act) {
  const nodes = [];
  let at = start;
  let rest = entities.filter((entity) => entity.offset < end && entity.offset + entity.length > start);
  while (rest.length > 0) {
    const [entity, ...others] = rest;
    const from = Math.max(entity.offset, at);
    const to = Math.min(entity.offset + entity.length, end);
    if (from > at) nodes.push(text.slice(at, from));
    const inner = others.filter((other) => other.offset < to);
    if (to > from) nodes.push(wrapped(entity, text.slice(from, to), marked(text, from, to, inner, act), act));
    at = Math.max(at, to);
    if (BLOCKS.has(entity.type) && text[at] === "\n" && at < end) at++;
    rest = others.filter((other) => other.offset + other.length > to);
  }
  if (at < end) nodes.push(text.slice(at, end));
  return nodes;
}

function wrapped(entity, text, children, act) {
  switch (entity.type) {
    case "text_link":
      return link(entity.url, children);
    case "url":
      return link(text, children);
    case "bot_command":
      return el("button", { type: "button", className: "command", onclick: () => act.say(text) }, text);
    case "pre":
      return el("pre", {}, el("code", {}, children));
    case "spoiler":
      return el("span", { className: "spoiler", tabIndex: 0 }, children);
    case "date_time":
      return date(entity.unix_time, entity.date_time_format);
    case "blockquote":
      return el("blockquote", {}, children);
    case "expandable_blockquote":
      return foldable(children);
    default:
      return el(TAGS[entity.type] ?? "span", {}, children);
  }
}

function foldable(children) {
  const body = el("div", { className: "folds" }, children);
  const button = el("button", { type: "button", className: "fold", "aria-expanded": "false" }, say("quote.open"));
  button.onclick = () => {
    const open = body.classList.toggle("open");
    button.setAttribute("aria-expanded", String(open));
    button.textContent = say(open ? "quote.close" : "quote.open");
  };
  return el("blockquote", {}, body, button);
}
