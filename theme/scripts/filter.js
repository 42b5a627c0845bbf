/* Improves the form above a list. Without this script each choice hides what does not fit by style alone; here the
   cards that are left are counted and said, and the choice is kept in the address and in the links to other languages.

   Reads   [data-filtered] with a form of selects; form[data-words]: JSON, a sentence for each category of
           Intl.PluralRules and `none`; [data-card] with data-<name of a select>: values parted by spaces;
           [data-group] around cards, [data-group-link] to a group, inside [data-group-links]
   Writes  [data-out] on what does not fit, [role=status], the address, the query of .portal-links a[hreflang] */
(() => {
  "use strict";
  const root = document.querySelector("[data-filtered]");
  const form = root && root.querySelector("form");
  if (!form) return;
  const words = JSON.parse(form.dataset.words);
  const plural = new Intl.PluralRules(document.documentElement.lang);
  const status = form.querySelector("[role=status]");
  const selects = [...form.querySelectorAll("select")];
  const languages = document.querySelectorAll(".portal-links a[hreflang]");

  function fits(card) {
    return selects.every(({ name, value }) => !value || card.dataset[name].split(" ").includes(value));
  }

  /* Shows what fits; returns how many, of which one may have a card in each of several groups. */
  function narrow() {
    const left = new Set();
    for (const card of root.querySelectorAll("[data-card]")) {
      const out = !fits(card);
      card.toggleAttribute("data-out", out);
      if (!out) left.add(card.dataset.card);
    }
    for (const group of root.querySelectorAll("[data-group]")) {
      const out = !group.querySelector("[data-card]:not([data-out])");
      group.toggleAttribute("data-out", out);
      root.querySelector(`[data-group-link="${CSS.escape(group.dataset.group)}"]`).toggleAttribute("data-out", out);
    }
    root.querySelector("[data-group-links]")?.toggleAttribute("data-out", !left.size);
    return left.size;
  }

  function say(count) {
    const form = count ? words[plural.select(count)] || words.other : words.none;
    status.textContent = form.replace("{n}", String(count));
  }

  /* What else stands in the address stays; a file has no query that could be changed. */
  function remember() {
    const query = new URLSearchParams(location.search);
    for (const { name, value } of selects) {
      query.delete(name);
      if (value) query.set(name, value);
    }
    const written = `${query}` && `?${query}`;
    for (const link of languages) link.search = written;
    if (written !== location.search && location.protocol !== "file:") {
      history.replaceState(history.state, "", `${location.pathname}${written}${location.hash}`);
    }
  }

  function apply() {
    say(narrow());
    remember();
  }

  const asked = new URLSearchParams(location.search);
  for (const select of selects) {
    const value = asked.get(select.name);
    if (value && [...select.options].some((option) => option.value === value)) select.value = value;
  }
  apply();
  form.addEventListener("change", apply);
  form.addEventListener("reset", () => setTimeout(apply)); // the selects are empty only after this event
  form.addEventListener("submit", (event) => event.preventDefault());
})();
