/* In every page that `portal serve` delivers, and in no file that is published: loads the page again when its site has
   changed, and says over the page what keeps it from changing. Everything it shows stands in a shadow root, so that
   neither the site's styles nor these reach each other. */
(() => {
  "use strict";
  const own = document.currentScript;
  const { site, key } = own.dataset;
  const base = new URL(".", own.src);
  let source = null;
  let root = null;
  let closed = "";
  let opener = null;

  const element = (name, text, properties = {}) => {
    const made = Object.assign(document.createElement(name), properties);
    if (text) made.textContent = text;
    return made;
  };

  const panel = () => {
    if (root) return root;
    const host = element("portal-problems");
    root = host.attachShadow({ mode: "open" });
    document.body.append(host);
    return root;
  };

  const remove = () => {
    if (root) root.host.remove();
    root = null;
  };

  const excerpt = ([before, meant, after]) => {
    const line = element("pre", "", { dir: "ltr" });
    line.append(before, element("mark", meant || " "), after);
    return line;
  };

  const item = (problem, words) => {
    const made = element("li");
    const head = element("p", "", { className: "place" });
    head.append(element("code", problem.place, { dir: "ltr" }), ` ${problem.severity} ${problem.code}`);
    made.append(head, element("p", problem.message, { className: "message" }));
    if (problem.excerpt.length) made.append(excerpt(problem.excerpt));
    if (problem.help) made.append(element("p", `${words.help}: ${problem.help}`, { className: "help" }));
    return made;
  };

  const show = (words) => {
    const box = element("section", "", { id: "problems", tabIndex: -1 });
    box.setAttribute("role", "dialog");
    box.setAttribute("aria-labelledby", "title");
    const close = element("button", words.close, { type: "button" });
    const list = element("ol", "", { role: "list", tabIndex: 0 });
    list.setAttribute("aria-labelledby", "title");
    const title = element("h2", words.title, { id: "title" });
    list.append(...words.problems.map((problem) => item(problem, words)));
    const said = element("div");
    said.setAttribute("role", "alert");
    said.append(title);
    const head = element("div", "", { className: "head" });
    head.append(said, close);
    box.append(head, list);
    close.addEventListener("click", () => fold(words));
    draw(words, box);
  };

  const fold = (words) => {
    closed = JSON.stringify(words.problems);
    const button = element("button", words.count, { type: "button", id: "again" });
    button.addEventListener("click", () => {
      closed = "";
      show(words);
      opener = button;
      root.getElementById("problems").focus();
    });
    draw(words, button);
    if (opener) button.focus();
    opener = null;
  };

  const draw = (words, content) => {
    const style = element("link", "", { rel: "stylesheet", href: new URL("overlay.css", base).href });
    const frame = element("div", "", { lang: words.language, dir: "auto", className: "frame" });
    frame.append(content);
    panel().replaceChildren(style, frame);
    root.words = words;
  };

  const heard = (event) => {
    const words = JSON.parse(event.data);
    if (words.sites[site] !== undefined && words.sites[site] !== key) {
      location.reload();
      return;
    }
    if (!words.problems.length) remove();
    else if (JSON.stringify(words.problems) === closed) fold(words);
    else show(words);
  };

  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !root || !root.getElementById("problems")) return;
    if (root.activeElement) opener = opener || root.activeElement;
    fold(root.words);
  });

  /* A browser has few connections to one server: a page that nobody sees gives its own back. */
  const listen = () => {
    if (document.hidden) {
      if (source) source.close();
      source = null;
    } else if (!source) {
      source = new EventSource(new URL("events", base));
      source.addEventListener("state", heard);
    }
  };
  document.addEventListener("visibilitychange", listen);
  addEventListener("pagehide", () => {
    if (source) source.close();
    source = null;
  });
  addEventListener("pageshow", listen);
  listen();
})();
