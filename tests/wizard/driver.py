"""Runs the app without a terminal, and a person who knows an example's answers at its keys."""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from datetime import date
from pathlib import Path
from typing import Any

from textual import events
from textual.pilot import Pilot

from compliance.interview.state import Order, Stage
from compliance.packs.cache import bundled_rules, load_rule_book
from compliance.packs.rulebook import RuleBook
from compliance.wizard.app.wizard_app import WizardApp
from compliance.wizard.session import Session, Setting
from tests.interview.play import reply
from tests.wizard.keys import Text, keys_for

AS_OF = date(2026, 11, 24)
ROOT = Path(__file__).resolve().parents[2]


def bundled_book() -> RuleBook:
    """The rule book that is shipped."""
    return load_rule_book([bundled_rules()], None)


def setting(folder: Path, book: RuleBook, lang: str = "zh", order: Order | None = None) -> Setting:
    """An interview in a folder, all packs, on the day all these tests are made for."""
    path = Path("compliance.yaml") if folder == Path.cwd() else folder / "compliance.yaml"
    return Setting(path, book, AS_OF, lang, order=order)


@asynccontextmanager
async def running(
    asked: Setting, size: tuple[int, int] = (80, 24)
) -> AsyncIterator[tuple[WizardApp, Pilot[int]]]:
    """The app, started and drawn."""
    app = WizardApp(Session(asked))
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        yield app, pilot


async def press(pilot: Pilot[Any], *keys: str) -> None:
    """Press keys, and the characters of texts."""
    for key in keys:
        if isinstance(key, Text):
            for character in key:
                await _type(pilot, character)
        else:
            await pilot.press(key)
    await pilot.pause()


async def go(app: WizardApp, pilot: Pilot[Any], path: str) -> None:
    """Show a question and wait until it is drawn, for before that no key answers it."""
    await app._go(path)
    await pilot.pause()


async def play(app: WizardApp, pilot: Pilot[Any], truth: Mapping[str, Any], most: int = 10_000) -> int:
    """Answer by keys alone what is asked, until the review. Returns how many times something was answered."""
    for number in range(most):
        state = app.session.state
        if state.stage is not Stage.ASKING:
            return number
        event = reply(state, truth)
        await press(pilot, *keys_for(state, event))
        assert app.session.state is not state, (state.current, event, keys_for(state, event))
    return most


async def _type(pilot: Pilot[Any], character: str) -> None:
    """One character as a terminal sends it; `Pilot.press` loses full-width punctuation."""
    driver = pilot.app._driver
    assert driver is not None
    driver.send_message(events.Key(character, character))
    await pilot._wait_for_screen()
