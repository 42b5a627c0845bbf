/* Searches the pages of the reader's language, and those of the site's default language when there is nothing.
   Loaded by scripts/search.js when the search is opened. What stands in an index becomes text, never markup. */
(() => {
  "use strict";
  const box = document.querySelector(".portal-search");
  const WHOLE = 0, NEAR = 1, ANY = 2; // all words; all, not quite as written; one of the words
  const SHOWN = 50, SNIPPET = 160, BEFORE = 40;
  const { index: own, other, otherLang, otherDir, counts, found, none, broken } = box.dataset;
  const [field, status, help, list] = ["input", "[role=status]", ".portal-search__help", "ol"].map((name) => box.querySelector(name));
  const MARKS = /[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed\u200b-\u200f'’ʼ`´]/g;
  const SAME = new Map("øo æa œo ßss łl đd ðd þth ıi ґг ةه ەه ہه ھه ىي یي کك ٱا".split(" ").map(([one, ...as]) => [one, as.join("")]));
  const WORDS = /[\p{L}\p{M}\p{N}\u200c'’ʼ`´]+/gu;
  const UNSPACED = /[\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}\p{sc=Hani}\p{sc=Hira}\p{sc=Kana}]/u;
  const WORD = new Intl.Segmenter([], { granularity: "word" });
  const loaded = new Map();
  let turn = 0;

  /* One spelling for all: å, aa and a; ü, ue and u; أ and ا; digits of both Arabic kinds. */
  const fold = (text) => text.toLowerCase().normalize("NFKD").replace(MARKS, "")
    .replace(/[^ -~]/g, (sign) => SAME.get(sign) ?? (/[٠-٩۰-۹]/.test(sign) ? sign.charCodeAt() & 15 : sign))
    .replace(/([aou])e|aa/g, (_, vowel) => vowel ?? "a");
  const wordsOf = (text) => (text.match(WORDS) ?? []).map(fold).filter(Boolean);
  const digits = (text) => text.replace(/\D/g, "");
  const make = (name, values) => Object.assign(document.createElement(name), values);

  function load(url) {
    if (!loaded.has(url)) loaded.set(url, read(url).catch(() => { loaded.delete(url); return []; }));
    return loaded.get(url);
  }

  async function read(url) {
    const pages = await (await fetch(url)).json();
    return pages.flatMap(([route, title, names, lang, dir, language, parts, rank = 1]) => {
      const page = url === own ? { title, lang, dir, language, rank } : { title, lang: otherLang, dir: otherDir, rank };
      const call = 8 + 4 / wordsOf(title).length;
      return parts.map(([anchor, heading, text]) => {
        const weights = new Map([[text, 1], [heading, 4], [names, 8], [title, call]]
          .flatMap(([part, weight]) => wordsOf(part).map((word) => [word, weight])));
        const numbers = (fold(text).match(/\d[\d\s()./-]*/g) ?? []).map(digits).join(" ");
        const href = new URL(`../${route}${anchor && "#"}${anchor}`, new URL(url, location));
        return { page, heading, text, weights, numbers, href };
      });
    });
  }

  function asked() {
    const text = fold(field.value), number = digits(text).replace(/^00?/, "");
    if (/^[\d\s+()./-]+$/.test(text) && number.length > 3) return [number];
    return wordsOf(field.value).flatMap((word) => (UNSPACED.test(word)
      ? Array.from(WORD.segment(word), ({ segment }) => segment) : word));
  }

  /* How well a word of the text answers the word that was asked for; 0 is not at all. */
  function match(word, candidate, mode) {
    if (candidate === word) return 3;
    if (candidate.startsWith(word)) return 2;
    const bare = word.replace(/^ال(?=...)/, "");
    if ((bare.length > (/[a-z]/.test(bare) ? 3 : 2) || UNSPACED.test(bare)) && candidate.includes(bare)) return 1;
    let at = 0;
    while (word[at] && word[at] === candidate[at]) at += 1;
    const rest = word.slice(at), there = candidate.slice(at);
    if (at > 4 && Math.max(rest.length, there.length) <= at / 2) return 0.7; // another ending
    if (!mode || !at || word.length < 4) return 0;
    const after = rest.slice(1); // a letter is wrong, missing, too much, or two are swapped
    const near = [there.slice(1).startsWith(after), there.slice(1).startsWith(rest), there.startsWith(after), there.startsWith(after[0] + rest[0] + after.slice(1))];
    return near.includes(true) || (at > 4 && at >= rest.length) ? 0.5 : 0;
  }

  function score({ weights, numbers }, term, mode) {
    if (/^\d{4,}$/.test(term) && numbers.includes(term)) return 3;
    return Math.max(0, ...Array.from(weights, ([word, weight]) => weight * match(term, word, mode)));
  }

  /* The best section of each page on which the words stand, the best page first. */
  function search(sections, terms, mode) {
    const hits = new Map();
    for (const section of sections) {
      const scores = terms.map((term) => score(section, term, mode));
      const sum = scores.reduce((one, two) => one + two);
      const { met, best } = hits.get(section.page) ?? { met: [], best: { sum: 0 } };
      hits.set(section.page, { met: scores.map((one, at) => one || met[at]), best: sum > best.sum ? { sum, section } : best });
    }
    return [...hits.values()].filter(({ met }) => (mode === ANY ? met.some(Boolean) : met.every(Boolean)))
      .map(({ best }) => best).sort((one, two) => two.sum * two.section.page.rank - one.sum * one.section.page.rank);
  }

  async function ask() {
    const now = turn += 1, terms = asked();
    let hits = [], from = own;
    search: for (const mode of terms.length ? [WHOLE, NEAR, ANY] : []) {
      for (from of other ? [own, other] : [own]) {
        hits = search(await load(from), terms, mode);
        if (now !== turn) return;
        if (hits.length) break search;
      }
    }
    const shown = hits.slice(0, SHOWN), forms = JSON.parse(counts);
    const form = forms[new Intl.PluralRules(document.documentElement.lang).select(shown.length)] ?? forms.other;
    const count = form.replace("{n}", shown.length + (hits.length > SHOWN ? "+" : ""));
    help.hidden = !terms.length || shown.length > 0;
    if (shown.length) status.textContent = from === own ? count : `${found} ${count}`;
    else status.textContent = help.hidden ? "" : loaded.has(own) ? none : broken;
    list.replaceChildren(...shown.map(({ section }) => entry(section, terms)));
  }

  function entry({ page, heading, text, href }, terms) {
    const link = make("a", { href }), item = make("li");
    const written = page.lang ? { lang: page.lang, dir: page.dir } : {};
    for (const [name, part] of [["strong", page.title], ["span", heading], ["span", text]]) {
      if (part) link.append(line(make(name, written), part, terms));
    }
    if (page.language) link.append(make("small", { textContent: page.language }));
    item.append(link);
    return item;
  }

  /* Where to cut a text near a place: before the word there, in scripts without blanks too; `after` is never undone. */
  function cut(text, place, after = -1) {
    const { index, segment } = WORD.segment(text).containing(place) ?? { index: text.length };
    return index > after ? index : index + segment.length;
  }

  /* A text, or the piece of it around the first word that was found, with marks. */
  function line(element, text, terms) {
    const marks = [...text.matchAll(WORDS)].filter(([word]) => terms.some((term) => match(term, fold(word), NEAR)));
    let at = text.length > SNIPPET && marks[0]?.index > BEFORE ? cut(text, marks[0].index - BEFORE) : 0;
    const end = cut(text, at + SNIPPET, at);
    if (at) element.append("…");
    for (const { 0: word, index } of marks.filter(({ 0: word, index }) => index >= at && index + word.length <= end)) {
      element.append(text.slice(at, index), make("mark", { textContent: word }));
      at = index + word.length;
    }
    element.append(text.slice(at, Math.max(at, end)), text.length > end ? " …" : "");
    return element;
  }

  field.addEventListener("input", ask);
  list.addEventListener("click", () => box.hidePopover?.());
  const go = () => ask().then(() => list.querySelector("a")?.focus());
  box.querySelector("form").addEventListener("submit", go);
  load(own);
  ("asked" in box.dataset ? go : ask)(); // what was typed meanwhile
})();
