/* Each telephone number on the page, with the horizontal places of its digits line by line. Run inside the page. */
() => {
  const found = [];
  const nodes = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (nodes.nextNode()) {
    const node = nodes.currentNode;
    for (const number of node.data.matchAll(/\+\d[\d ()-]{6,}\d/g)) {
      const lines = new Map();
      for (let index = number.index; index < number.index + number[0].length; index++) {
        if (!/[+\d]/.test(node.data[index])) continue;
        const range = document.createRange();
        range.setStart(node, index);
        range.setEnd(node, index + 1);
        const [box] = range.getClientRects();
        if (!box) continue;
        const line = Math.round(box.top);
        lines.set(line, [...(lines.get(line) || []), box.left]);
      }
      if (lines.size) found.push({ number: number[0], lines: [...lines.values()] });
    }
  }
  return found;
}
