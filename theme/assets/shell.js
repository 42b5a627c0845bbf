/* The folds of the header: one open at a time, Escape and a click elsewhere close, focus goes where it is wanted.
   Without this script they still open and close: they are <details>. */
(() => {
  "use strict";
  document.documentElement.classList.remove("no-js");
  const folds = [...document.querySelectorAll(".portal-header .portal-fold")];

  function close(fold, refocus) {
    if (!fold.open) return;
    fold.open = false;
    if (refocus) fold.querySelector("summary").focus();
  }

  for (const fold of folds) {
    fold.addEventListener("toggle", () => {
      if (!fold.open) return;
      for (const other of folds) if (other !== fold) close(other, false);
      fold.querySelector("input")?.focus();
    });
    fold.addEventListener("keydown", (event) => {
      if (event.key === "Escape") close(fold, true);
    });
  }

  document.addEventListener("click", (event) => {
    for (const fold of folds) if (!fold.contains(event.target)) close(fold, false);
  });
})();
