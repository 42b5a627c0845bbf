/* Improves the filters of a list, which work without it by style alone (filters.css): counts what is left, says it,
   keeps the choice in the address, and offers a way on when nothing is left.
   Reads  form[data-filter] with selects; [data-filter-list] with items that carry data-<name of the select>
   Writes [role=status] in the form, [data-filter-empty], groups without items, the address */
(() => {
  "use strict";
  const form = document.querySelector("form[data-filter]");
  const list = document.querySelector("[data-filter-list]");
  if (!form || !list) return;
  const words = JSON.parse(form.dataset.words);
  const plural = new Intl.PluralRules(document.documentElement.lang);
  const status = form.querySelector("[role=status]");
  const empty = document.querySelector("[data-filter-empty]");
  const selects = [...form.querySelectorAll("select")];
  const items = [...list.querySelectorAll("[data-item]")];

  function fits(item) {
    return selects.every(({ name, value }) => !value || (item.dataset[name] || "").split(" ").includes(value));
  }

  function apply({ say }) {
    let count = 0;
    for (const item of items) {
      item.hidden = !fits(item);
      if (!item.hidden) count += 1;
    }
    for (const group of list.querySelectorAll("[data-filter-group]")) {
      group.hidden = ![...group.querySelectorAll("[data-item]")].some((item) => !item.hidden);
    }
    if (empty) empty.hidden = count > 0;
    if (say) status.textContent = (words[plural.select(count)] || words.other).replace("{n}", String(count));
  }

  function remember() {
    const chosen = new URLSearchParams(selects.filter(({ value }) => value).map(({ name, value }) => [name, value]));
    const query = chosen.toString();
    history.replaceState(null, "", `${location.pathname}${query ? `?${query}` : ""}${location.hash}`);
  }

  const asked = new URLSearchParams(location.search);
  for (const select of selects) {
    const value = asked.get(select.name);
    if (value && [...select.options].some((option) => option.value === value)) select.value = value;
  }
  apply({ say: selects.some(({ value }) => value) });
  form.addEventListener("change", () => { apply({ say: true }); remember(); });
  form.addEventListener("reset", () => setTimeout(() => { apply({ say: true }); remember(); }));
  form.addEventListener("submit", (event) => event.preventDefault());
})();
