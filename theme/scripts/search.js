/* Loads the search (assets/search.js) when it is opened for the first time: most readers never do. */
(() => {
  "use strict";
  const box = document.querySelector(".portal-search");
  box?.querySelector("form").addEventListener("submit", (event) => {
    event.preventDefault();
    box.dataset.asked = ""; // Enter before the search was there: it goes to the first result then
  });
  const load = () => {
    const script = Object.assign(document.createElement("script"), { src: box.dataset.script });
    script.addEventListener("error", () => { // the next opening tries again
      box.querySelector("[role=status]").textContent = box.dataset.broken;
      box.addEventListener("beforetoggle", load, { once: true });
      script.remove();
    });
    document.head.append(script);
  };
  box?.addEventListener("beforetoggle", load, { once: true });
})();
