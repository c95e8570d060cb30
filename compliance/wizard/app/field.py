"""A line to type in. Pasting never loses a line, never lets a hidden character in unseen, never floods the field."""

from __future__ import annotations

from textual import events
from textual.message import Message
from textual.widgets import Input

from compliance.facts.sanitise import clean
from compliance.wizard.app.words import tell
from compliance.wizard.typed import MOST_TYPED


class Field(Input):
    """An input that says what it did with what was pasted."""

    class Told(Message):
        """What the person has to know about the paste."""

        def __init__(self, text: str) -> None:
            super().__init__()
            self.text = text

    def __init__(
        self,
        lang: str = "",
        value: str = "",
        placeholder: str = "",
        id: str | None = None,
        *,
        leads_on: bool = False,
    ) -> None:
        """`leads_on`: Enter goes to the next field instead of submitting."""
        super().__init__(value, placeholder, id=id, compact=True, select_on_focus=False)
        self.lang = lang
        self.leads_on = leads_on

    async def action_submit(self) -> None:
        """Enter. The next field has the cursor before the next key is read."""
        if self.leads_on:
            self.screen.focus_next()
        else:
            await super().action_submit()

    def _on_paste(self, event: events.Paste) -> None:
        event.stop()
        event.prevent_default()
        self.put_pasted(event.text)

    def put_pasted(self, text: str) -> None:
        """Put a pasted text in at the cursor, or say why not."""
        lines = [line.strip() for line in text.splitlines() if line.strip()]
        joined = " ".join(lines)
        if len(self.value) + len(joined) > MOST_TYPED:
            self.post_message(self.Told(tell("pasted.too_long", self.lang, size=len(text), limit=MOST_TYPED)))
            return
        shown = clean(joined).replace("\t", " ")
        selection = self.selection
        if selection.is_empty:
            self.insert_text_at_cursor(shown)
        else:
            self.replace(shown, *selection)
        if clean(joined) != joined:
            self.post_message(self.Told(tell("pasted.cleaned", self.lang)))
        elif len(lines) > 1:
            self.post_message(self.Told(tell("pasted.joined", self.lang)))
