/* Searches the pages of the reader's language with Material's search worker.
   Worker and index are loaded when the reader opens the search, not before. Results are built as text nodes:
   nothing from the index becomes markup, except the marks around the words that were found. */
(() => {
  "use strict";
  const box = document.querySelector(".portal-search");
  if (!box || !window.Worker) return;

  const SETUP = 0, READY = 1, QUERY = 2, RESULT = 3; // kinds of messages of the worker
  const SHOWN = 8, SNIPPET = 160;
  const base = new URL(box.dataset.base.replace(/\/?$/, "/"), location.href);
  const field = box.querySelector("input");
  const status = box.querySelector("[role=status]");
  const list = box.querySelector("ol");
  const start = status.textContent;
  let worker = null;
  let ready = false;

  async function load() {
    worker = new Worker(new URL(box.dataset.worker, location.href));
    worker.addEventListener("message", ({ data }) => {
      if (data.type === READY) { ready = true; ask(); }
      if (data.type === RESULT) show(data.data.items);
    });
    const index = await (await fetch(new URL("search/search_index.json", base))).json();
    worker.postMessage({ type: SETUP, data: { config: index.config, docs: index.docs, options: {} } });
  }

  /* Each word is asked for twice: as it is, which the language's stemmer may shorten, and as a beginning. */
  function query() {
    const words = field.value.match(/[\p{L}\p{M}\p{N}]+/gu) || [];
    return words.map((word) => `${word}^2 ${word}`).join(" ");
  }

  function ask() {
    if (!ready) return;
    const data = query();
    if (data) { worker.postMessage({ type: QUERY, data }); return; }
    status.textContent = start;
    list.replaceChildren();
  }

  function show(groups) {
    if (!query()) return;
    const count = groups.length;
    const words = count === 0 ? box.dataset.none : count === 1 ? box.dataset.one : box.dataset.other;
    status.textContent = words.replace("#", count.toLocaleString(document.documentElement.lang + "-u-nu-latn"));
    list.replaceChildren(...groups.slice(0, SHOWN).map(entry));
  }

  function entry(group) {
    const best = group.reduce((one, other) => (other.score > one.score ? other : one));
    const page = group.find((item) => !item.location.includes("#")) || best;
    const link = document.createElement("a");
    link.href = new URL(best.location, base);
    link.append(line("strong", page.title));
    if (best !== page) link.append(line("span", best.title));
    if (best.text) link.append(line("span", best.text, SNIPPET));
    const item = document.createElement("li");
    item.append(link);
    return item;
  }

  /* A line of text from the index's HTML; only <mark> is kept. Parsed without a document: nothing is loaded. */
  function line(name, html, length = Infinity) {
    const element = document.createElement(name);
    const source = new DOMParser().parseFromString(html, "text/html").body;
    const nodes = document.createTreeWalker(source, NodeFilter.SHOW_TEXT);
    let left = length;
    while (left > 0 && nodes.nextNode()) {
      const text = nodes.currentNode.textContent.replace(/\s+/g, " ").slice(0, left);
      left -= text.length;
      const marked = nodes.currentNode.parentElement.closest("mark");
      const piece = marked ? document.createElement("mark") : document.createTextNode(text);
      if (marked) piece.textContent = text;
      element.append(piece);
    }
    if (left <= 0) element.append("…");
    return element;
  }

  box.addEventListener("beforetoggle", (event) => {
    if (event.newState === "open" && !worker) load().catch(() => { status.textContent = box.dataset.none; });
  });
  box.querySelector("form").addEventListener("submit", (event) => {
    event.preventDefault();
    list.querySelector("a")?.focus();
  });
  field.addEventListener("input", ask);
})();
