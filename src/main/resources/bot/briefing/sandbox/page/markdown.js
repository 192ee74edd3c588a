// Discord's Markdown, as far as messages of a bot use it: blocks first, then what stands in a line.

import { el, link } from "./dom.js";
import { date } from "./dates.js";

const INLINE =
  /\\(?<escaped>[^A-Za-z0-9\s])|`(?<code>[^`\n]+)`|\*\*\*(?<both>\S(?:[\s\S]*?\S)?)\*\*\*|\*\*(?<bold>\S(?:[\s\S]*?\S)?)\*\*(?!\*)|__(?<under>[\s\S]+?)__|\*(?<star>\S(?:[\s\S]*?\S)?)\*(?!\*)|(?<![A-Za-z0-9_])_(?<italic>[^_\n]+)_(?![A-Za-z0-9_])|~~(?<strike>[\s\S]+?)~~|\|\|(?<spoiler>[\s\S]+?)\|\||\[(?<label>(?:\\.|[^\]\\])+)\]\(<?(?<address>https?:\/\/[^\s>()]*(?:\([^\s()]*\)[^\s>()]*)*)>?\)|<t:(?<time>-?\d{1,13})(?::(?<style>[tTdDfFR]))?>|<(?<bare>https?:\/\/[^\s>]+)>|(?<auto>https?:\/\/[^\s<>()]+[^\s<>().,:;!?'"])|<@&?!?(?<mention>\d+)>|<\/(?<slash>[^:>]+):\d+>/;

const WRAPS = { bold: "strong", under: "u", star: "em", italic: "em", strike: "s" };

/** Nodes for the marks of one line or several. */
export function inline(text) {
  const nodes = [];
  let rest = text;
  for (let found = INLINE.exec(rest); found; found = INLINE.exec(rest)) {
    nodes.push(rest.slice(0, found.index));
    nodes.push(node(found.groups));
    rest = rest.slice(found.index + found[0].length);
  }
  nodes.push(rest);
  return nodes;
}

function node(groups) {
  const [name, value] = Object.entries(groups).find(([, given]) => given !== undefined);
  switch (name) {
    case "escaped":
      return value;
    case "code":
      return el("code", {}, value);
    case "both":
      return el("strong", {}, el("em", {}, inline(value)));
    case "spoiler":
      return el("span", { className: "spoiler", tabIndex: 0 }, inline(value));
    case "label":
      return link(groups.address, inline(value));
    case "time":
      return date(Number(value), groups.style);
    case "bare":
    case "auto":
      return link(value, value);
    case "mention":
      return el("b", {}, "@" + value);
    case "slash":
      return el("b", {}, "/" + value);
    default:
      return el(WRAPS[name], {}, inline(value));
  }
}

/** A whole content with its headings, subtexts, quotes, lists and code blocks. */
export function markdown(text) {
  const nodes = [];
  const lines = text.split("\n");
  let plain = [];
  const flush = () => {
    if (plain.length) nodes.push(el("div", { className: "text" }, inline(plain.join("\n"))));
    plain = [];
  };
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i];
    const heading = /^(#{1,3}) +(.+)$/.exec(line);
    const fence = /^```([\w+-]*)\s*$/.exec(line);
    if (fence) {
      flush();
      const code = [];
      for (i++; i < lines.length && !lines[i].startsWith("```"); i++) code.push(lines[i]);
      nodes.push(el("pre", {}, el("code", {}, code.join("\n"))));
    } else if (heading) {
      flush();
      nodes.push(el("p", { className: "heading h" + heading[1].length, role: "heading", "aria-level": heading[1].length + 2 }, inline(heading[2])));
    } else if (line.startsWith("-# ")) {
      flush();
      nodes.push(el("p", { className: "subtext" }, inline(line.slice(3))));
    } else if (line.startsWith(">>> ")) {
      flush();
      nodes.push(el("blockquote", {}, markdown([line.slice(4), ...lines.slice(i + 1)].join("\n"))));
      return nodes;
    } else if (/^> /.test(line) || line === ">") {
      flush();
      const quoted = [];
      for (; i < lines.length && /^>( |$)/.test(lines[i]); i++) quoted.push(lines[i].slice(2));
      i--;
      nodes.push(el("blockquote", {}, markdown(quoted.join("\n"))));
    } else if (/^\s*(?:[-*]|\d+\.) +\S/.test(line)) {
      flush();
      const items = [];
      for (; i < lines.length && /^\s*(?:[-*]|\d+\.) +\S/.test(lines[i]); i++) items.push(lines[i]);
      i--;
      nodes.push(list(items));
    } else {
      plain.push(line);
    }
  }
  flush();
  return nodes;
}

function list(lines) {
  const items = lines.map((line) => {
    const [, indent, mark, rest] = /^(\s*)([-*]|\d+\.) +(.*)$/.exec(line);
    return el(
      "li",
      { className: "depth" + Math.min(3, Math.floor(indent.length / 2)) },
      el("span", { className: "mark" }, /\d/.test(mark) ? mark : "•"),
      el("span", {}, inline(rest)),
    );
  });
  return el("ul", {}, items);
}
