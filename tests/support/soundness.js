/* What is wrong with the layout of the page, as sentences; none when nothing is. Run inside the page. */
() => {
  const faults = [];
  /* Words for screen readers alone stand in a box of one pixel. */
  const shown = (element) =>
    element.checkVisibility({ visibilityProperty: true }) && element.innerText?.trim() && element.offsetHeight > 1;
  const name = (element) =>
    `<${element.localName} class="${element.className}"> “${element.innerText.trim().slice(0, 40)}”`;

  const root = document.documentElement;
  if (root.scrollWidth > innerWidth) {
    const wide = [...document.querySelectorAll("body *")].filter((element) => {
      const box = element.getBoundingClientRect();
      return box.width && (box.right > innerWidth + 1 || box.left < -1) && shown(element);
    });
    faults.push(`${root.scrollWidth - innerWidth}px too wide: ${wide.slice(-2).map(name).join("; ")}`);
  }

  /* Boxes of siblings, as they are seen: what lies in the flow of one parent must not lie on each other. */
  const inFlow = (element) => {
    const style = getComputedStyle(element);
    return shown(element) && style.display !== "inline" && !["absolute", "fixed"].includes(style.position);
  };
  const parts = ".portal-header, .portal-footer, .portal-breadcrumbs, .hero, .cards, .card, .facts, .place-list";
  const parents = [...document.querySelectorAll(parts)].flatMap((part) => [part, ...part.querySelectorAll("*")]);
  for (const parent of new Set(parents)) {
    const boxes = [...parent.children].filter(inFlow).map((child) => [child, child.getBoundingClientRect()]);
    for (const [index, [one, first]] of boxes.entries()) {
      for (const [other, second] of boxes.slice(index + 1)) {
        const across = Math.min(first.right, second.right) - Math.max(first.left, second.left);
        const down = Math.min(first.bottom, second.bottom) - Math.max(first.top, second.top);
        if (across > 1 && down > 1) faults.push(`${name(one)} and ${name(other)} overlap`);
      }
    }
  }

  /* Text that is wider than the box that holds it and is cut off or runs over its neighbour. */
  for (const element of document.querySelectorAll(".portal-header *, .portal-footer *, .card *, .facts *")) {
    if (shown(element) && element.clientWidth && element.scrollWidth > element.clientWidth + 1) {
      faults.push(`${name(element)} is ${element.scrollWidth - element.clientWidth}px wider than its box`);
    }
  }
  return faults;
}
