/* Loads the search (assets/search.js) when it is opened for the first time: most readers never do. */
(() => {
  "use strict";
  const box = document.querySelector(".portal-search");
  box?.querySelector("form").addEventListener("submit", (event) => {
    event.preventDefault();
    box.dataset.asked = ""; // Enter before the search was there: it goes to the first result then
  });
  box?.addEventListener("beforetoggle", () => {
    const script = Object.assign(document.createElement("script"), { src: box.dataset.script });
    script.addEventListener("error", () => { box.querySelector("[role=status]").textContent = box.dataset.broken; });
    document.head.append(script);
  }, { once: true });
})();
