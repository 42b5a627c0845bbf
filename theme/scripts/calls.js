/* Says of each call and info meeting what it is at this moment. The page itself holds absolute dates only, so it
   stays true without this script; here the reader's clock is compared with the instants that the build computed in
   the call's own time zone. No date is written anew: another calendar or other digits can never appear.

   Reads   [data-call]  data-opens, data-closes (instants), data-periods (JSON list: two instants and the
                        words for the first day), data-opening (these words), data-override, data-extended, data-soon (days), data-zone
           [data-meeting]  data-starts, data-ends, data-zone, data-away (cancelled or postponed)
           [data-meetings] a list of meetings to come: what is over is hidden, and without any left [data-none] shown
           [data-next]     calls that come after one that has closed: those that are over are hidden, and with all the list
           #portal-words   JSON: words by state; plural words by the categories of Intl.PluralRules
   Writes  [data-state] text inside, hides and shows [data-when], sorts [data-calls] */
(() => {
  "use strict";
  const source = document.getElementById("portal-words");
  if (!source) return;
  const words = JSON.parse(source.textContent);
  const plural = new Intl.PluralRules(document.documentElement.lang);
  const ORDER = ["closing", "open", "extended", "rolling", "waiting-list", "announced", "paused", "full", "closed", "cancelled"];
  const CAN_APPLY = new Set(["closing", "open", "extended", "rolling", "waiting-list"]);
  const OVER = new Set(["closed", "cancelled"]);
  const NEAR = 30; // days: what is further away is said by its date alone

  /* The calendar day at an instant in a time zone, counted from 1970: days are counted, never rounded. */
  function dayNumber(instant, zone) {
    const parts = new Intl.DateTimeFormat("en-u-ca-gregory-nu-latn", { timeZone: zone, year: "numeric", month: "numeric", day: "numeric" })
      .formatToParts(instant)
      .reduce((found, part) => ({ ...found, [part.type]: Number(part.value) }), {});
    return Date.UTC(parts.year, parts.month - 1, parts.day) / 86400000;
  }

  function said(key, days, opening) {
    const found = words[key];
    if (days > NEAR && key === "announced") return opening;
    if (days > NEAR && key === "meeting-coming") return ""; // its date stands above
    if (typeof found === "string") return found;
    if (days === 0 && found.zero_days) return found.zero_days;
    return (found[plural.select(days)] || found.other).replace("{n}", String(days));
  }

  /* Without any period one cannot apply: it is as if the last had closed long ago. */
  function periodAt(call, now) {
    const periods = call.dataset.periods ? JSON.parse(call.dataset.periods) : [[call.dataset.opens, call.dataset.closes || "", call.dataset.opening]];
    const instants = periods.map(([opens, closes, opening]) => [Date.parse(opens), closes ? Date.parse(closes) : Infinity, opening]);
    return instants.find(([, closes]) => now < closes) || instants[instants.length - 1] || [0, 0, ""];
  }

  function callState(call, now) {
    const [opens, closes, opening] = periodAt(call, now);
    const override = call.dataset.override || "";
    if (override === "cancelled") return { state: override };
    if (now >= closes) return { state: "closed", closes };
    if (override) return { state: override, closes };
    const today = dayNumber(now, call.dataset.zone);
    if (now < opens) return { state: "announced", days: dayNumber(opens, call.dataset.zone) - today, closes: opens, opening };
    if (closes === Infinity) return { state: "rolling", closes };
    const days = dayNumber(closes - 1, call.dataset.zone) - today;
    if (days <= Number(call.dataset.soon || 14)) return { state: "closing", days, closes };
    return { state: call.dataset.extended ? "extended" : "open", closes };
  }

  function meetingState(meeting, now) {
    if (meeting.dataset.away) return { state: `meeting-${meeting.dataset.away}` };
    const starts = Date.parse(meeting.dataset.starts);
    const ends = Date.parse(meeting.dataset.ends);
    if (now >= ends) return { state: "meeting-past" };
    if (now >= starts) return { state: "meeting-now" };
    return { state: "meeting-coming", days: dayNumber(starts, meeting.dataset.zone) - dayNumber(now, meeting.dataset.zone) };
  }

  function show(element, { state, days, opening }) {
    const slot = element.querySelector("[data-state]"); // the element's own comes before any inside it
    element.dataset.is = state;
    if (!slot) return;
    slot.textContent = said(state, days, opening);
    slot.hidden = !slot.textContent;
  }

  function phase(state) {
    if (state.startsWith("meeting-")) return state === "meeting-coming" || state === "meeting-now" ? "coming" : "over";
    return CAN_APPLY.has(state) ? "open" : OVER.has(state) ? "closed" : "waiting";
  }

  /* Shows the parts that are meant for this phase of a call or meeting; parts of a meeting inside a call are its own. */
  function swap(scope, { state }) {
    for (const part of scope.querySelectorAll("[data-when]")) {
      if (part.closest("[data-call], [data-meeting]") === scope) part.hidden = !part.dataset.when.split(" ").includes(phase(state));
    }
  }

  /* In a list of what is to come, a meeting that is over is not there; a cancelled one stays until its end. */
  function clear(list, now) {
    const meetings = [...list.querySelectorAll("[data-meeting]")];
    for (const meeting of meetings) meeting.hidden = now >= Date.parse(meeting.dataset.ends);
    for (const none of list.querySelectorAll("[data-none]")) none.hidden = meetings.some((meeting) => !meeting.hidden);
  }

  function sort(list, found) {
    const rank = (item) => ORDER.indexOf(found.get(item).state);
    const end = (item) => found.get(item).closes ?? Infinity;
    const items = [...list.children].filter((item) => found.has(item));
    items.sort((one, other) => rank(one) - rank(other) || end(one) - end(other));
    if (items.some((item, index) => item !== list.children[index])) list.append(...items);
  }

  function update() {
    const now = Date.now();
    const found = new Map();
    for (const call of document.querySelectorAll("[data-call]")) {
      const status = callState(call, now);
      found.set(call, status);
      show(call, status);
      swap(call, status);
    }
    for (const list of document.querySelectorAll("[data-calls]")) sort(list, found);
    for (const meeting of document.querySelectorAll("[data-meeting]")) {
      const status = meetingState(meeting, now);
      show(meeting, status);
      swap(meeting, status);
    }
    for (const list of document.querySelectorAll("[data-meetings]")) clear(list, now);
    for (const list of document.querySelectorAll("[data-next]")) {
      const calls = [...list.querySelectorAll("[data-call]")];
      for (const call of calls) call.hidden = OVER.has(found.get(call).state);
      list.hidden = calls.every((call) => call.hidden);
    }
  }

  update();
  document.addEventListener("visibilitychange", () => { if (!document.hidden) update(); });
  setInterval(update, 60000);
})();
