"""The HTML report in a browser: what its script does, what is there without it, and that nothing else runs.

One browser for all; each test gets it with a page of its own.
"""

from __future__ import annotations

import asyncio
import json
import re
import subprocess
from collections.abc import Awaitable, Callable, Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from hostile import HOSTILE, hostile
from html_read import page, page_of
from report_samples import ALL, EXAMPLES, SITUATIONS

from compliance.frozen import changed
from tests.platforms import needs_npm
from tests.wizard.browser import CHROMIUM, Page, chromium

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="2026-11-28: no Chromium on this machine")

Work = Callable[[Page], Awaitable[None]]
Browse = Callable[[Work], None]


@pytest.fixture(scope="module")
def browse(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browse]:
    """Runs work in a tab of one browser; afterwards nothing was asked of any network and nothing complained."""
    loop = asyncio.new_event_loop()
    browser = chromium(tmp_path_factory.mktemp("profile"))
    tabs = loop.run_until_complete(browser.__aenter__())

    def run(work: Work) -> None:
        tab = tabs[0]
        tab.requested.clear()
        tab.complaints.clear()
        loop.run_until_complete(work(tab))
        assert {address.partition(":")[0] for address in tab.requested} <= {"file", "data"}
        assert not tab.complaints

    yield run
    loop.run_until_complete(browser.__aexit__(None, None, None))
    loop.close()


CONFIG = {
    "extends": ["html-validate:recommended", "html-validate:document"],
    "rules": {
        "valid-id": ["error", {"relaxed": True}],
        "heading-level": ["error", {"allowMultipleH1": True}],
    },
}
"""Ids of rules have dots, which HTML allows; each language has a heading of the first level, of which one is shown."""


@pytest.fixture(scope="module")
def modules(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Packages of npm, each at a version; where they cannot be had the proof fails."""
    folder = tmp_path_factory.mktemp("npm")
    wanted = ["axe-core@4.14.1", "html-validate@10.17.0"]
    subprocess.run(["npm", "install", "--silent", "--prefix", str(folder), *wanted], check=True, timeout=300)
    return folder / "node_modules"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("reports")


async def opened(tab: Page, data: bytes, folder: Path, fragment: str = "", *, scripts: bool = True) -> None:
    """A report at its address, freshly loaded."""
    file = folder / "report.html"
    file.write_bytes(data)
    await tab.call("Emulation.setScriptExecutionDisabled", value=not scripts)
    await tab.open("about:blank")
    await tab.open(file.as_uri() + fragment)
    await tab.until("document.readyState === 'complete' && location.protocol === 'file:'")


async def scheme(tab: Page, name: str) -> None:
    features = [{"name": "prefers-color-scheme", "value": name}]
    await tab.call("Emulation.setEmulatedMedia", media="screen", features=features)


SHOWN = """[...document.querySelectorAll('[data-edition] .finding')]
    .filter(one => one.checkVisibility()).map(one => one.dataset.rule)"""
PAPER = "getComputedStyle(document.querySelector('main section')).backgroundColor"


def press(selector: str) -> str:
    return f"document.querySelector({selector!r}).click()"


def choose(selector: str, value: str) -> str:
    return (
        f"(one => {{ one.value = {value!r}; one.dispatchEvent(new Event('input', {{bubbles: true}})) }})"
        f"(document.querySelector({selector!r}))"
    )


def test_filters_narrow_the_findings_and_stand_in_the_address(browse: Browse, folder: Path) -> None:
    async def work(tab: Page) -> None:
        await opened(tab, page("vehicle-data"), folder)
        everything = await tab.js(SHOWN)
        assert len(everything) == 97
        await tab.js(press("[data-edition=zh] input[value=violated]"))
        assert len(await tab.js(SHOWN)) == 8
        assert await tab.js("document.querySelector('[data-edition=zh] .shown').textContent") == "显示 8 / 97"
        await tab.js(choose("[data-edition=zh] [data-filter=severity]", "mandatory"))
        strict = await tab.js(SHOWN)
        assert 0 < len(strict) < 8
        await tab.js(choose("[data-edition=zh] [data-filter=where]", "cac-order-3#11"))
        assert await tab.js(SHOWN) == ["cac-order-3.11.2.change-in-time"]
        assert (
            await tab.js("location.hash")
            == "#lang=zh&state=violated&severity=mandatory&where=cac-order-3%2311"
        )
        address = await tab.js("location.hash")
        await tab.js(press("[data-edition=zh] [data-do=clear]"))
        assert await tab.js(SHOWN) == everything
        await tab.js(choose("[data-edition=zh] [data-filter=text]", "备案 编号"))
        assert 0 < len(await tab.js(SHOWN)) < 97
        # Somebody who is sent the address sees the same.
        await opened(tab, page("vehicle-data"), folder, address)
        assert await tab.js(SHOWN) == ["cac-order-3.11.2.change-in-time"]
        assert await tab.js("document.querySelector('[data-edition=zh] input[value=violated]').checked")
        assert (
            await tab.js("document.querySelector('[data-edition=zh] [data-filter=where]').value")
            == "cac-order-3#11"
        )

    browse(work)


def test_open_all_and_close_all(browse: Browse, folder: Path) -> None:
    async def work(tab: Page) -> None:
        await opened(tab, page("parts"), folder)
        number = "document.querySelectorAll('[data-edition=zh] .finding[open]').length"
        await tab.js(press("[data-edition=zh] [data-do=open]"))
        assert await tab.js(number) == len(SITUATIONS["parts"].findings)
        await tab.js(press("[data-edition=zh] [data-do=close]"))
        assert await tab.js(number) == 0

    browse(work)


def test_the_language_switches_with_the_page(browse: Browse, folder: Path) -> None:
    async def work(tab: Page) -> None:
        await opened(tab, page("vehicle-data"), folder)
        editions = "[...document.querySelectorAll('main > [data-edition]')]"
        seen = f"{editions}.filter(one => one.checkVisibility()).map(one => one.lang)"
        assert await tab.js(seen) == ["zh-CN"]
        assert await tab.js("document.documentElement.lang") == "zh-CN"
        await tab.js(press("[data-edition=zh] .finding:not([open]) summary"))
        opened_rules = (
            "[...document.querySelectorAll('[data-edition={}] .finding[open]')].map(one => one.dataset.rule)"
        )
        before = await tab.js(opened_rules.format("zh"))
        await tab.js(press("[data-language=en]"))
        assert await tab.js(seen) == ["en"]
        assert await tab.js("document.documentElement.lang") == "en"
        assert "Compliance self-assessment" in await tab.js("document.title")
        assert await tab.js("location.hash") == "#lang=en"
        assert await tab.js(opened_rules.format("en")) == before
        assert (
            await tab.js("document.querySelector('[data-language=en]').getAttribute('aria-pressed')")
            == "true"
        )
        await opened(tab, page("vehicle-data"), folder, "#lang=en")
        assert await tab.js(seen) == ["en"]

    browse(work)


def test_a_link_to_a_finding_opens_it_in_its_language(browse: Browse, folder: Path) -> None:
    async def work(tab: Page) -> None:
        await opened(tab, page("vehicle-data"), folder, "#en-rule-cac-order-3.5.1.system-user-registration")
        target = "document.getElementById('en-rule-cac-order-3.5.1.system-user-registration')"
        assert await tab.js(f"{target}.open && {target}.checkVisibility()")
        await tab.js(press("[data-edition=en] input[value=violated]"))
        assert not await tab.js(f"{target}.checkVisibility()")
        await tab.js("location.hash = '#en-rule-cac-order-3.5.1.system-user-registration'")
        await tab.until(f"{target}.checkVisibility()")

    browse(work)


@pytest.mark.parametrize(
    "fragment", ["#100%", "#lang=xx&state=nothing&where=a%20b", "#lang=en", "#nowhere", "#=&="]
)
def test_any_address_leaves_the_controls_working(fragment: str, browse: Browse, folder: Path) -> None:
    """Here the page has one language, whatever the address asks for."""

    async def work(tab: Page) -> None:
        await opened(tab, page("parts", ("zh",)), folder, fragment)
        assert await tab.js("document.querySelector('main > [data-edition=zh]').checkVisibility()")
        await tab.js(press("[data-do=clear]"))
        assert len(await tab.js(SHOWN)) == len(SITUATIONS["parts"].findings)
        await tab.js(press("[data-do=open]"))
        assert await tab.js("document.querySelectorAll('.finding[open]').length") == len(
            SITUATIONS["parts"].findings
        )

    browse(work)


def test_colours_follow_the_system_or_the_reader(browse: Browse, folder: Path) -> None:
    async def work(tab: Page) -> None:
        light, dark = "rgb(255, 255, 255)", "rgb(23, 26, 31)"
        await scheme(tab, "dark")
        await opened(tab, page("parts"), folder)
        assert await tab.js(PAPER) == dark
        theme = "select[data-theme]"
        for choice, paper in (("light", light), ("dark", dark), ("auto", dark)):
            await tab.js(choose(theme, choice))
            assert await tab.js(PAPER) == paper
        await scheme(tab, "light")
        assert await tab.js(PAPER) == light
        await tab.js(choose(theme, "dark"))
        assert await tab.js(PAPER) == dark

    browse(work)


def test_without_scripts_everything_is_there(browse: Browse, folder: Path) -> None:
    """Both languages, one below the other; no control that does nothing."""

    async def work(tab: Page) -> None:
        await opened(tab, page("vehicle-data"), folder, scripts=False)

        async def visible(selector: str) -> set[bool]:
            found = f"[...document.querySelectorAll({selector!r})].map(one => one.checkVisibility())"
            return set(await tab.js(found))

        assert await tab.js("document.documentElement.dataset.show") is None  # no script has run
        assert await visible("main > [data-edition]") == {True}
        assert await visible("section > h2, .finding > summary, .other") == {True}
        assert await visible(".bar, .filters, button, select, input") == {False}
        folded = "details:not([open]) > :not(summary)"
        assert await visible(folded) == {False}
        await tab.call("Emulation.setEmulatedMedia", media="print")
        assert await visible(folded) == {True}
        await tab.call("Emulation.setEmulatedMedia", media="screen")
        await tab.call("Emulation.setScriptExecutionDisabled", value=False)

    browse(work)


def test_nothing_in_a_text_runs(browse: Browse, folder: Path) -> None:
    """Texts made for browsers, each in every field, with scripts on: no request, no complaint, nothing set."""
    more = (
        "<script>window.ran = 1</script>",
        '"><img src=http://127.0.0.1:9/x onerror="window.ran=1">',
        "javascript:window.ran=1",
        "</script><script>window.ran=1</script>",
        "<svg onload=window.ran=1>",
        "' autofocus onfocus='window.ran=1",
        "https://127.0.0.1:9/<script>window.ran=1</script>",
        "<style>@import 'http://127.0.0.1:9/x'</style>",
        "</title><script>window.ran=1</script>",
    )

    async def work(tab: Page) -> None:
        for said in (*filter(re.compile("[<>&]|://").search, HOSTILE), *more):
            await opened(tab, page_of(hostile(said)), folder)
            assert await tab.js("window.ran") is None
            assert await tab.js("document.scripts.length") == 3
            carried = "JSON.parse(document.getElementById('report').textContent).form"
            assert await tab.js(carried) == "html"
            await tab.js("document.querySelectorAll('summary, button').forEach(one => one.click())")
            assert await tab.js("window.ran") is None

    browse(work)


def test_what_is_put_into_the_file_afterwards_does_not_run(browse: Browse, folder: Path) -> None:
    """The policy stops scripts, styles and images of others even where somebody edits the file."""
    data = page("ready").replace(
        b"<main>", b"<main><script>window.ran = 1</script><p id=x style='color:red'>x</p>"
    )

    async def work(tab: Page) -> None:
        await opened(tab, data, folder)
        assert await tab.js("window.ran") is None
        assert await tab.js("getComputedStyle(document.getElementById('x')).color") != "rgb(255, 0, 0)"
        stopped = [one for one in tab.complaints if "Content Security Policy" in one]
        assert len(stopped) == len(tab.complaints) == 2
        tab.complaints.clear()

    browse(work)


def test_nothing_sticks_out_to_the_side(browse: Browse, folder: Path) -> None:
    """At the widths of a telephone, a tablet and a desk, with everything opened."""

    async def work(tab: Page) -> None:
        for name, lang in (("vehicle-data", "zh"), ("vehicle-data", "en"), ("incomplete", "en")):
            await opened(tab, page(name), folder, f"#lang={lang}")
            await tab.js("document.querySelectorAll('details').forEach(one => { one.open = true })")
            for width in (360, 768, 1280):
                metrics = {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": False}
                await tab.call("Emulation.setDeviceMetricsOverride", **metrics)
                assert await tab.js("document.documentElement.scrollWidth <= innerWidth")
        await tab.call("Emulation.clearDeviceMetricsOverride")

    browse(work)


# Who can read it ------------------------------------------------------------------------------------

AXE = (files("axe_core_python") / "axe.min.js").read_text("utf-8")
OPEN = "document.querySelectorAll('.finding, .fold').forEach(one => { one.open = true })"
RUN = """axe.run(document, {resultTypes: ['violations'], selectors: false, preload: false}).then(found =>
    JSON.stringify(found.violations.map(one =>
        [one.impact, one.id, one.nodes.length, one.nodes[0].html.slice(0, 200)])))"""


async def complaints_of_axe(tab: Page, axe: str) -> list[Any]:
    """What axe finds, best practices included: impact, rule, how often, the first place."""
    await tab.js(axe)
    answer = await tab.call("Runtime.evaluate", expression=RUN, awaitPromise=True, returnByValue=True)
    found: list[Any] = json.loads(answer["result"]["value"])
    return found


@pytest.mark.parametrize("colours", ["light", "dark"])
@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("name", ["parts", "empty"])
def test_accessibility_rules_are_kept(
    name: str, lang: str, colours: str, browse: Browse, folder: Path
) -> None:
    """All rules of axe, with every control drawn and what is folded opened. The examples are among the heavy proofs."""
    made = SITUATIONS[name]
    if name == "parts":
        made = changed(made, disclosed=True, partial=("order",))

    async def work(tab: Page) -> None:
        await scheme(tab, colours)
        await opened(tab, page_of(made), folder, f"#lang={lang}")
        await tab.js(OPEN)
        assert await complaints_of_axe(tab, AXE) == []

    browse(work)


@pytest.mark.heavy
@needs_npm
@pytest.mark.parametrize("name", EXAMPLES)
def test_accessibility_of_every_example(name: str, browse: Browse, folder: Path, modules: Path) -> None:
    axe = (modules / "axe-core" / "axe.min.js").read_text("utf-8")

    async def work(tab: Page) -> None:
        for lang, colours in (("zh", "light"), ("en", "dark")):
            await scheme(tab, colours)
            await opened(tab, page(name), folder, f"#lang={lang}")
            assert await complaints_of_axe(tab, axe) == []

    browse(work)


@pytest.mark.heavy
@needs_npm
def test_a_second_validator_finds_nothing(folder: Path, modules: Path) -> None:
    """All samples, in both languages."""
    config = folder / "config.json"
    config.write_text(json.dumps(CONFIG), "utf-8")
    made = [folder / f"{name}.html" for name in ALL]
    for file, name in zip(made, ALL, strict=True):
        file.write_bytes(page(name))
    program = ["node", str(modules / "html-validate" / "bin" / "html-validate.mjs")]
    done = subprocess.run(
        [*program, "--config", str(config), *map(str, made)], capture_output=True, text=True, timeout=300
    )
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr
