import { el, link, picture, say } from "./dom.js";
import { clock } from "./dates.js";
import { inline, markdown } from "./markdown.js";

export const title = "Discord";

export const idOf = (message) => String(message.id);

export const mine = (message) => !message.author?.bot;

const EPHEMERAL = 64;
const STYLES = ["", "primary", "secondary", "success", "danger", "link", "secondary"];

/** A message as nodes; act does what a reader does: act.say(text), act.press(id, button, value). */
export function render(message, act) {
  const ephemeral = ((message.flags ?? 0) & EPHEMERAL) !== 0;
  const sent = Date.parse(message.timestamp ?? "") / 1000;
  const press = (button, value) => act.press(idOf(message), button, value);
  const foot = el(
    "p",
    { className: "foot" },
    ephemeral ? say("only.you") + " · " : "",
    message.edited_timestamp ? say("edited") + " · " : "",
    Number.isNaN(sent) ? "" : clock(sent),
  );
  return [
    el(
      "div",
      { className: "bubble" },
      message.content ? el("div", {}, markdown(message.content)) : null,
      (message.embeds ?? []).map(embed),
      (message.attachments ?? []).map((file) => link(file.url, say("file") + ": " + file.filename)),
      (message.components ?? []).map((component) => draw(component, press)),
      foot,
    ),
  ];
}

function draw(component, press) {
  switch (component.type) {
    case 1:
      return el("div", { className: "row" }, component.components.map((inner) => draw(inner, press)));
    case 2:
      return button(component, press);
    case 3:
      return select(component, press);
    case 9:
      return section(component, press);
    case 10:
      return el("div", {}, markdown(component.content));
    case 11:
      return picture(component.media?.url, component.description ?? say("photo"), "thumbnail");
    case 12:
      return el("div", { className: "gallery" }, component.items.map((item) => picture(item.media?.url, item.description ?? say("photo"), "photo")));
    case 13:
      return el("p", {}, say("file"));
    case 14:
      return component.divider === false ? el("div", { className: "gap" }) : el("hr");
    case 17: {
      const box = el("div", { className: "container" }, component.components.map((inner) => draw(inner, press)));
      accent(box, component.accent_color);
      return box;
    }
    default:
      return el("p", { className: "subtext" }, "[" + component.type + "]");
  }
}

let sections = 0;

/** Its button says what it is about: several in one message have the same label. */
function section(component, press) {
  const text = el("div", { className: "grow", id: "section-" + ++sections }, component.components.map((inner) => draw(inner, press)));
  const accessory = component.accessory ? draw(component.accessory, press) : null;
  if (component.accessory?.type === 2) accessory.setAttribute("aria-describedby", text.id);
  return el("div", { className: "section" }, text, accessory);
}

function accent(node, color) {
  if (typeof color === "number") node.style.borderInlineStartColor = "#" + color.toString(16).padStart(6, "0");
}

function label(component) {
  return [component.emoji?.name ? component.emoji.name + " " : "", component.label ?? ""];
}

function button(component, press) {
  if (component.style === 5) {
    const node = link(component.url ?? "", label(component), el("span", { "aria-hidden": "true" }, " ↗"));
    node.className = "key link";
    return node;
  }
  return el(
    "button",
    {
      type: "button",
      className: "key " + (STYLES[component.style] ?? "secondary"),
      disabled: component.disabled === true,
      onclick: () => press(component.custom_id, ""),
    },
    label(component),
  );
}

function select(component, press) {
  const options = (component.options ?? []).map((option) =>
    el("option", { value: option.value, selected: option.default === true }, [option.emoji?.name, option.label, option.description ? "— " + option.description : ""].filter(Boolean).join(" ")),
  );
  const placeholder = component.placeholder ?? say("select.choose");
  const preset = (component.options ?? []).some((option) => option.default);
  const node = el(
    "select",
    { "aria-label": placeholder, disabled: component.disabled === true },
    el("option", { value: "", disabled: true, selected: !preset }, placeholder),
    options,
  );
  node.onchange = () => press(component.custom_id, node.value);
  return node;
}

function embed(one) {
  const box = el(
    "div",
    { className: "container embed" },
    one.author?.name ? el("p", { className: "subtext" }, one.author.name) : null,
    one.title ? el("p", { className: "heading h3" }, one.url ? link(one.url, inline(one.title)) : inline(one.title)) : null,
    one.description ? el("div", {}, markdown(one.description)) : null,
    (one.fields ?? []).map((field) => el("div", { className: "field" }, el("b", {}, inline(field.name)), el("div", {}, markdown(field.value)))),
    one.thumbnail ? picture(one.thumbnail.url, say("photo"), "thumbnail") : null,
    one.image ? picture(one.image.url, say("photo"), "photo") : null,
    one.footer?.text ? el("p", { className: "subtext" }, one.footer.text) : null,
  );
  accent(box, one.color);
  return box;
}
