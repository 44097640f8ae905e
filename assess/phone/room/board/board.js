// The projector's page asks the room every second what to show. Arrow keys, Page Up and
// Page Down turn slides, as the buttons of a presenter do.
"use strict";
const page = document.body;
const slides = [...document.querySelectorAll(".slides > section")];
let at = Number(page.dataset.slide), turned = Number(page.dataset.turned);

function show(n) {
  if (!slides.length) return;
  at = Math.min(Math.max(n, 0), slides.length - 1);
  slides.forEach((s, i) => { s.hidden = i !== at; });
  document.getElementById("where").textContent = `${at + 1} / ${slides.length}`;
  document.getElementById("back").disabled = at === 0;
  document.getElementById("on").disabled = at === slides.length - 1;
}

if (slides.length) {
  document.getElementById("back").onclick = () => show(at - 1);
  document.getElementById("on").onclick = () => show(at + 1);
  const keys = { ArrowRight: 1, ArrowDown: 1, PageDown: 1, " ": 1, ArrowLeft: -1, ArrowUp: -1, PageUp: -1, Home: -Infinity, End: Infinity };
  addEventListener("keydown", (e) => {
    if (!(e.key in keys) || e.ctrlKey || e.altKey || e.metaKey || e.key === " " && e.target.tagName === "BUTTON") return;
    e.preventDefault();
    show(at + keys[e.key]);
  });
  show(at);
}

async function ask() {
  try {
    const state = await (await fetch("/board/state", { cache: "no-store" })).json();
    if (state.version !== page.dataset.version) return location.reload();
    if (state.turned !== turned) { turned = state.turned; show(state.slide); }
    for (const id of ["joined", "answering", "finished"]) {
      const shown = document.getElementById(id);
      if (shown && shown.textContent !== String(state[id])) shown.textContent = state[id];
    }
    document.getElementById("gone").hidden = true;
  } catch {
    document.getElementById("gone").hidden = false;
  }
  setTimeout(ask, 1000);
}
setTimeout(ask, 1000);
