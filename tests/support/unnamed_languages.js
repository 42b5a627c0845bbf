/* Blocks with text in another language than the page that do not say which, as sentences; none when all do. Run inside
   the page. Names of organisations and standards are no text to read, and the notice speaks for a whole page. */
() => {
  const own = document.documentElement.lang;
  const notice = document.querySelector("#portal-notice");
  const block = "article, figure, section, .panel, .prose";
  const names = "dl a, figcaption a, #standards + ul, nav, option, .card--organisation";
  return [...document.querySelectorAll("main [lang]")]
    .filter((text) => text.lang !== own && !text.matches("[hreflang], [hreflang] *") && !text.closest(names))
    .filter((text) => !notice && !text.closest(block)?.querySelector(".written"))
    .map((text) => `“${text.textContent.trim().slice(0, 40)}” in ${text.lang}`);
}
