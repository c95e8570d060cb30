"use strict";
// Works the controls of a report. Without it the whole report is there too; nothing here changes what it says.
(() => {
  const root = document.documentElement;
  const tags = { zh: "zh-CN", en: "en" };
  const none = () => ({ state: [], severity: "", where: "", text: "" });
  let filter = none();
  let shown = root.lang.slice(0, 2);

  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const edition = (lang) => document.querySelector(`main > [data-edition="${lang}"]`);

  // The address -----------------------------------------------------------------------------------------------

  const fragment = () => location.hash.slice(1);

  function readAddress() {
    if (!fragment().includes("=")) return;
    const said = new URLSearchParams(fragment());
    filter = none();
    filter.state = (said.get("state") || "").split(",").filter(Boolean);
    for (const name of ["severity", "where", "text"]) filter[name] = said.get(name) || "";
    const lang = said.get("lang");
    if (Object.hasOwn(tags, lang) && edition(lang)) shown = lang;
  }

  function writeAddress() {
    const said = new URLSearchParams();
    if (all("main > [data-edition]").length > 1) said.set("lang", shown);
    if (filter.state.length) said.set("state", filter.state.join(","));
    for (const name of ["severity", "where", "text"]) if (filter[name]) said.set(name, filter[name]);
    try {
      history.replaceState(null, "", `#${said}`);
    } catch {
      // Some browsers let no page from a file do this; then the address stays as it is.
    }
  }

  // Language --------------------------------------------------------------------------------------------------

  function show(lang) {
    const before = edition(shown);
    const after = edition(lang);
    if (!after) return;
    const seen = before && before !== after && topmost(before);
    const height = seen && seen.getBoundingClientRect().top;
    if (seen) all(".finding", before).forEach((one) => (twin(one, lang).open = one.open));
    shown = lang;
    root.dataset.show = lang;
    root.lang = tags[lang];
    document.title = after.dataset.title;
    all("[data-language]").forEach((one) => one.setAttribute("aria-pressed", String(one.dataset.language === lang)));
    const skip = document.querySelector(".skip");
    skip.hash = `${lang}-top`;
    skip.textContent = after.dataset.skip;
    if (seen) scrollBy(0, twin(seen, lang).getBoundingClientRect().top - height);
  }

  const twin = (one, lang) => document.getElementById(lang + one.id.slice(2));
  const topmost = (within) => all("[id]", within).find((one) => twin(one, shown === "zh" ? "en" : "zh") && one.getBoundingClientRect().bottom > 60);

  // Filters ---------------------------------------------------------------------------------------------------

  const texts = new WeakMap();

  function textOf(finding) {
    if (!texts.has(finding)) texts.set(finding, finding.textContent.toLowerCase());
    return texts.get(finding);
  }

  function wanted(finding) {
    const { state, severity, where, text } = filter;
    const words = text.toLowerCase().split(/\s+/).filter(Boolean);
    return (
      (!state.length || state.includes(finding.dataset.state)) &&
      (!severity || severity === finding.dataset.severity) &&
      (!where || finding.dataset.where.split(" ").includes(where)) &&
      words.every((word) => textOf(finding).includes(word))
    );
  }

  function apply() {
    all(".finding").forEach((one) => (one.hidden = !wanted(one)));
    all(".group").forEach((one) => (one.hidden = !one.querySelector(".finding:not([hidden])")));
    all("[data-shown]").forEach((one) => {
      const findings = all(".finding", one.closest("[data-edition]"));
      const number = findings.filter((finding) => !finding.hidden).length;
      one.textContent = one.dataset.shown.replace("{shown}", number).replace("{all}", findings.length);
    });
    all("[data-filter]").forEach((one) => {
      const value = filter[one.dataset.filter];
      if (one.type === "checkbox") one.checked = value.includes(one.value);
      else if (one.value !== value) one.value = value;
    });
  }

  function change(control) {
    const name = control.dataset.filter;
    if (control.type === "checkbox") {
      filter.state = filter.state.filter((one) => one !== control.value).concat(control.checked ? control.value : []);
    } else {
      filter[name] = control.value;
    }
    apply();
    writeAddress();
  }

  // Opening and closing ---------------------------------------------------------------------------------------

  function openAll(open) {
    all(".finding:not([hidden])", edition(shown)).forEach((one) => (one.open = open));
  }

  function target() {
    try {
      return fragment().includes("=") ? null : document.getElementById(decodeURIComponent(fragment()));
    } catch {
      return null; // not an address of this page
    }
  }

  function reveal() {
    const place = target();
    if (!place) return false;
    const within = place.closest("[data-edition]");
    if (within && within.dataset.edition !== shown) show(within.dataset.edition);
    if (place.closest("[hidden]")) {
      filter = none();
      apply();
    }
    for (let one = place; one; one = one.parentElement) if (one.tagName === "DETAILS") one.open = true;
    place.scrollIntoView();
    return true;
  }

  let closed = [];
  addEventListener("beforeprint", () => {
    closed = all("details:not([open])", edition(shown));
    closed.forEach((one) => (one.open = true));
  });
  addEventListener("afterprint", () => {
    closed.forEach((one) => (one.open = false));
    closed = [];
  });

  // Colours ---------------------------------------------------------------------------------------------------

  function paint(theme) {
    const dark = document.getElementById("dark");
    dark.dataset.media ||= dark.media;
    dark.media = { light: "not all", dark: "screen" }[theme] || dark.dataset.media;
    all("[data-theme]").forEach((one) => (one.value = theme));
  }

  // Start -----------------------------------------------------------------------------------------------------

  const buttons = {
    open: () => openAll(true),
    close: () => openAll(false),
    clear: () => {
      filter = none();
      apply();
      writeAddress();
    },
    print: () => print(),
  };

  const asked = new URLSearchParams(fragment()).get("lang");
  root.dataset.show = Object.hasOwn(tags, asked) ? asked : shown;
  addEventListener("DOMContentLoaded", () => {
    all(".bar, .filters").forEach((one) => (one.hidden = false));
    readAddress();
    show(shown);
    apply();
    reveal();
    addEventListener("click", (event) => {
      const button = event.target.closest("button");
      if (!button) return;
      if (button.dataset.do) buttons[button.dataset.do]();
      if (button.dataset.language) {
        show(button.dataset.language);
        writeAddress();
      }
    });
    addEventListener("input", (event) => {
      if (event.target.dataset.filter) change(event.target);
      if ("theme" in event.target.dataset) paint(event.target.value);
    });
    addEventListener("hashchange", () => {
      if (reveal()) return;
      readAddress();
      show(shown);
      apply();
    });
  });
})();
