// Writes a mark at the top and at the bottom of every picture, behind every heading and
// at the begin of what follows it, which is the picture where only a few words stand
// before one, and gives how many there are: what belongs together has its marks on one
// page of the print.
(() => {
  const small = (tag, text) => {
    const e = document.createElement(tag);
    e.textContent = ` ${text} `;
    // At the end of a full line nothing is left for it: its letters would stand below each other.
    Object.assign(e.style, { position: 'absolute', fontSize: '5px', whiteSpace: 'nowrap', direction: 'ltr', unicodeBidi: 'isolate' });
    return e;
  };
  let pictures = 0, headings = 0;
  for (const svg of document.querySelectorAll('.wide svg')) {
    pictures++;
    for (const [end, y] of [['A', 5], ['B', svg.viewBox.baseVal.height - 1]]) {
      const text = document.createElementNS(svg.namespaceURI, 'text');
      text.textContent = `QP${pictures}${end}`;
      text.setAttribute('x', '300');
      text.setAttribute('y', String(y));
      text.setAttribute('font-size', '5');
      svg.append(text);
    }
  }
  for (const heading of document.querySelectorAll('h2, h3')) {
    let next = heading.nextElementSibling;
    if (!next) continue;
    headings++;
    heading.prepend(small('span', `QH${headings}A`));
    if (next.matches('p') && next.nextElementSibling?.matches('figure')) next = next.nextElementSibling;
    if (next.matches('figure')) next = next.firstElementChild;
    if (next.matches('details')) next = next.firstElementChild;
    if (next.matches('table')) next = next.querySelector('th');
    if (next.matches('ul, ol, dl')) next = next.firstElementChild;
    next.prepend(small('span', `QH${headings}B`));
  }
  return [pictures, headings];
})()
