import { say, useTexts } from "./dom.js";
import { Pane } from "./pane.js";
import * as discord from "./discord.js";
import * as telegram from "./telegram.js";

const RENDERERS = { discord, telegram };
const LANGUAGE = "sandbox.language";
const BACK_MILLISECONDS = 5000;
const RETRY_MILLISECONDS = 3000;

const panes = new Map();
const connection = document.getElementById("connection");
let wasLost = false;

async function send(path, body) {
  try {
    const answer = await fetch(path, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify({ language: document.documentElement.lang, ...body }) });
    return answer.ok ? "" : (await answer.text()).trim();
  } catch (error) {
    return error.message;
  }
}

/** All panes first, since each takes room from the others; then what stands in them. */
function show(state) {
  const names = Object.keys(state).filter((name) => RENDERERS[name]);
  for (const name of names.filter((one) => !panes.has(one))) {
    const pane = new Pane(name, RENDERERS[name], send);
    panes.set(name, pane);
    document.getElementById("panes").append(pane.root);
  }
  names.forEach((name) => panes.get(name).state(state[name]));
}

function status(text) {
  connection.textContent = text;
  connection.hidden = text === "";
}

function listen() {
  const events = new EventSource("/events");
  events.addEventListener("state", (event) => {
    show(JSON.parse(event.data));
    status(wasLost ? say("connection.back") : "");
    if (wasLost) setTimeout(() => wasLost || status(""), BACK_MILLISECONDS);
    wasLost = false;
  });
  events.addEventListener("change", (event) => {
    const { platform, kind, message } = JSON.parse(event.data);
    panes.get(platform)?.change(kind, message);
  });
  events.onerror = () => {
    wasLost = true;
    status(say("connection.lost"));
    // A browser tries again after a lost connection, but not after an answer that is none of ours.
    if (events.readyState === EventSource.CLOSED) setTimeout(listen, RETRY_MILLISECONDS);
  };
}

async function texts() {
  const chosen = localStorage.getItem(LANGUAGE);
  const loaded = await (await fetch("/texts.json" + (chosen ? "?lang=" + encodeURIComponent(chosen) : ""))).json();
  useTexts(loaded.texts);
  document.documentElement.lang = loaded.language;
  document.title = say("title");
  document.querySelectorAll("[data-text]").forEach((node) => (node.textContent = say(node.dataset.text)));
  document.querySelectorAll("[data-label]").forEach((node) => node.setAttribute("aria-label", say(node.dataset.label)));
  document.querySelectorAll("[data-language]").forEach((button) => {
    button.setAttribute("aria-pressed", String(button.dataset.language === loaded.language));
    button.onclick = () => {
      localStorage.setItem(LANGUAGE, button.dataset.language);
      location.reload();
    };
  });
}

await texts();
listen();
