import { el, say } from "./dom.js";

const TOAST_MILLISECONDS = 6000;
const NEAR_PIXELS = 80;
const HEAD_PIXELS = 12;
const ASKED_PIXELS = 120;

/** One platform's chat: its transcript, a line to type, toasts. */
export class Pane {
  constructor(name, renderer, send) {
    this.name = name;
    this.renderer = renderer;
    this.send = send;
    this.messages = new Map();
    this.typed = [];
    this.recalled = 0;
    this.build();
  }

  build() {
    const title = this.renderer.title;
    const id = "input-" + this.name;
    this.log = el("div", { className: "log", role: "log", tabIndex: 0, "aria-live": "polite", "aria-label": say("pane.log", title) });
    this.empty = el("div", { className: "empty" }, el("p", {}, say("pane.empty")), this.examples());
    this.toasts = el("div", { className: "toasts", role: "status", "aria-live": "assertive" });
    this.input = el("input", { id, type: "text", autocomplete: "off", maxLength: 4096, placeholder: say("input.placeholder") });
    this.input.onkeydown = (event) => this.recall(event);
    const form = el(
      "form",
      {},
      el("label", { for: id, className: "hidden" }, say("input.label", title)),
      this.input,
      el("button", { type: "submit", className: "send" }, say("input.send")),
    );
    form.onsubmit = (event) => {
      event.preventDefault();
      this.say(this.input.value);
      this.input.value = "";
    };
    this.root = el(
      "section",
      { className: "pane " + this.name, "aria-label": title },
      el("h2", {}, title),
      el("div", { className: "scroll" }, this.empty, this.log),
      this.toasts,
      form,
    );
    this.scroller = this.log.parentElement;
    this.following = true;
    this.scroller.onscroll = () => {
      this.following = this.scroller.scrollTop > this.place() - NEAR_PIXELS;
    };
    // Pictures and fonts come late and push the last message out of sight.
    const settle = new ResizeObserver(() => this.following && this.follow());
    settle.observe(this.log);
    settle.observe(this.scroller);
  }

  /** What a newcomer may ask, a press away. */
  examples() {
    const texts = say("pane.examples").split(",").map((text) => text.trim());
    const button = (text) => el("button", { type: "button", className: "key", onclick: () => this.say(text) }, text);
    return el("div", { className: "row" }, texts.map(button));
  }

  say(text) {
    if (text.trim() === "") return;
    this.typed.push(text);
    this.recalled = this.typed.length;
    this.post("/say", { text });
  }

  async post(path, body) {
    const problem = await this.send(path, { platform: this.name, ...body });
    if (problem) this.toast(say("failed", problem));
  }

  /** Arrow up brings back what was typed before, arrow down goes forward again. */
  recall(event) {
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (!step || event.isComposing || this.typed.length === 0) return;
    event.preventDefault();
    this.recalled = Math.min(this.typed.length, Math.max(0, this.recalled + step));
    this.input.value = this.typed[this.recalled] ?? "";
  }

  /** Everything anew. */
  state(messages) {
    this.messages.clear();
    this.log.replaceChildren();
    messages.forEach((message) => this.put(message));
    this.empty.hidden = messages.length > 0;
    this.follow();
  }

  change(kind, message) {
    if (kind === "notice") {
      this.toast(message.text ?? message.content ?? "");
    } else if (kind === "deleted") {
      this.messages.get(this.renderer.idOf(message))?.remove();
      this.messages.delete(this.renderer.idOf(message));
    } else {
      this.put(message);
      if (kind === "said" || (kind === "sent" && this.following)) this.follow();
    }
    this.empty.hidden = this.messages.size > 0;
  }

  put(message) {
    const id = this.renderer.idOf(message);
    const mine = this.renderer.mine(message);
    const act = {
      say: (text) => this.say(text),
      press: (pressed, button, value) => {
        this.following = true;
        this.post("/press", { message: pressed, button, value });
      },
    };
    const node = el(
      "article",
      { className: "message " + (mine ? "mine" : "theirs"), id: this.name + "-" + id },
      el("span", { className: "hidden" }, say(mine ? "you" : "bot") + ": "),
      this.renderer.render(message, act),
    );
    const old = this.messages.get(id);
    if (old) this.replace(old, node);
    else this.log.append(node);
    this.messages.set(id, node);
    this.empty.hidden = true;
  }

  /** Keeps the keyboard where it was when a pressed button's message is edited. */
  replace(old, node) {
    const focusable = "button, a, select, [tabindex]";
    const at = [...old.querySelectorAll(focusable)].indexOf(document.activeElement);
    old.replaceWith(node);
    if (at >= 0) {
      const successors = node.querySelectorAll(focusable);
      (successors[Math.min(at, successors.length - 1)] ?? this.input).focus({ preventScroll: true });
    }
  }

  /** Where a reader begins: the end, or the head of a newest message that is longer than the pane. */
  place() {
    const end = this.scroller.scrollHeight - this.scroller.clientHeight;
    const newest = this.log.lastElementChild;
    if (!newest) return end;
    const asked = newest.previousElementSibling;
    const head = asked?.classList.contains("mine") && asked.offsetHeight < ASKED_PIXELS ? asked : newest;
    return Math.min(end, head.offsetTop - HEAD_PIXELS);
  }

  follow() {
    this.following = true;
    this.scroller.scrollTop = this.place();
  }

  toast(text) {
    if (text === "") return;
    const node = el("p", { className: "toast" }, text);
    this.toasts.append(node);
    setTimeout(() => node.remove(), TOAST_MILLISECONDS);
  }
}
