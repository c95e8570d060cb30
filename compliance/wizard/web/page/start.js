// Comes after the terminal's script: starts the terminal when it can be drawn.
"use strict";

const startTerminal = window.onload;

window.onload = async (event) => {
  document.querySelector("#go-on").addEventListener("click", () => window.location.reload());
  if (!document.createElement("canvas").getContext("webgl2")) {
    document.body.classList.add("-no-drawing");
    return;
  }
  // The size of a cell is measured once: with a font that comes later every column would be off.
  await document.fonts.load("16px 'Roboto Mono'", "a合").catch(() => undefined);
  startTerminal(event);
};
