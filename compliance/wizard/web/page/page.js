// Comes before the terminal's script: watches the websocket that it opens, to say on the page why it ended, and
// gives the keyboard to the terminal.
"use strict";

function focusTerminal() {
  const field = document.querySelector(".xterm-helper-textarea");
  if (!field || document.body.classList.contains("-closed")) return;
  field.blur(); // else there is no event when it has it already, and the wizard is not told
  field.focus();
}

window.WebSocket = class extends WebSocket {
  constructor(url) {
    super(url);
    let drawn = false;
    let ended = false;
    this.addEventListener("message", (event) => {
      if (typeof event.data !== "string") {
        // The first messages only prepare the terminal, and then the wizard takes itself for not focused.
        if (!drawn && event.data.byteLength > 10) setTimeout(focusTerminal);
        drawn ||= event.data.byteLength > 10;
        return;
      }
      const [kind, text] = JSON.parse(event.data);
      if (kind !== "ended") return;
      ended = true;
      document.querySelector("#words").textContent = text;
    });
    this.addEventListener("close", (event) => {
      const taken = event.code === Number(document.body.dataset.takenCode);
      document.body.classList.add(taken ? "-taken" : ended ? "-ended" : "-gone");
      document.querySelector("#go-on").focus();
    });
  }
};
