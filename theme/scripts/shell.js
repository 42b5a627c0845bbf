/* The sheets of the header are popovers and need no script. This one marks that scripts run, and closes a sheet when
   the keyboard leaves it, so that focus is never behind it. */
(() => {
  "use strict";
  document.documentElement.classList.remove("no-js");
  for (const sheet of document.querySelectorAll(".portal-sheet")) {
    sheet.addEventListener("focusout", ({ relatedTarget }) => {
      if (!relatedTarget || sheet.contains(relatedTarget) || !sheet.matches(":popover-open")) return;
      if (relatedTarget.getAttribute("popovertarget") !== sheet.id) sheet.hidePopover(); // its own button closes it itself
    });
  }
})();
