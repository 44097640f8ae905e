// What is wrong with the page as it stands: text that lies on other text or on a mark,
// runs out of its picture, its box or the window, or is too small to read.
(() => {
  const problems = [];
  const told = (text) => JSON.stringify(text.trim().slice(0, 60));
  const shown = (e) => e.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true }) && !e.closest('.sr') ;
  const within = (inner, outer, slack) =>
    inner.left >= outer.left - slack && inner.right <= outer.right + slack &&
    inner.top >= outer.top - slack && inner.bottom <= outer.bottom + slack;
  const overlap = (a, b) =>
    Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1 &&
    Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 2.5;

  if (document.documentElement.scrollWidth > window.innerWidth) {
    problems.push(`the page is ${document.documentElement.scrollWidth} wide in a window of ${window.innerWidth}`);
  }

  // What a box cuts off is not painted.
  const cutOff = (e, rect) => {
    for (; e && e !== document.body; e = e.parentElement) {
      if (getComputedStyle(e).overflow !== 'hidden') continue;
      const box = e.getBoundingClientRect();
      if (rect.top > box.bottom - 4 || rect.left > box.right - 4 || rect.right < box.left + 4) return true;
    }
    return false;
  };

  // Every line of every text, where it is painted.
  const lines = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const e = node.parentElement;
    if (!node.data.trim() || e.closest('title, desc, style, details:not([open]) > :not(summary)') || !shown(e)) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const rect of range.getClientRects()) {
      if (rect.width > 0 && !cutOff(e, rect)) lines.push({ node, e, rect });
    }
  }
  for (const { node, e, rect } of lines) {
    if (!e.closest('.scroll') && (rect.left < -1 || rect.right > window.innerWidth + 1)) problems.push(`out of the window: ${told(node.data)}`);
    const svg = e.closest('svg');
    if (svg && !within(rect, svg.getBoundingClientRect(), 1)) problems.push(`out of its picture: ${told(node.data)}`);
    const size = parseFloat(getComputedStyle(e).fontSize) * (svg ? svg.getBoundingClientRect().width / svg.viewBox.baseVal.width : 1);
    if (size < 9.5) problems.push(`too small, ${size.toFixed(1)} pixels: ${told(node.data)}`);
  }
  lines.sort((a, b) => a.rect.top - b.rect.top);
  lines.forEach((a, i) => {
    for (let j = i + 1; j < lines.length && lines[j].rect.top < a.rect.bottom; j++) {
      const b = lines[j];
      if (a.node !== b.node && overlap(a.rect, b.rect)) problems.push(`${told(a.node.data)} lies on ${told(b.node.data)}`);
    }
  });

  // Marks and texts of a picture keep apart.
  for (const svg of document.querySelectorAll('svg')) {
    if (!shown(svg)) continue;
    const texts = lines.filter((l) => svg.contains(l.e));
    for (const mark of svg.querySelectorAll('circle, polygon')) {
      const rect = mark.getBoundingClientRect();
      if (!within(rect, svg.getBoundingClientRect(), 1)) problems.push(`a mark out of its picture: ${svg.id || told(svg.querySelector('title')?.textContent ?? '')}`);
      for (const t of texts) {
        if (overlap(rect, t.rect)) problems.push(`a mark lies on ${told(t.node.data)}`);
      }
    }
  }

  // What a box cuts off is lost, but where names are longer than any page has room for.
  const mayCut = MAY_CUT;
  for (const e of document.querySelectorAll('body *')) {
    if (!e.namespaceURI.endsWith('xhtml') || !shown(e) || getComputedStyle(e).display === 'inline' || e.matches('.scroll, .was')) continue;
    const cuts = getComputedStyle(e).overflow === 'hidden';
    if (cuts && mayCut) continue;
    if (e.scrollWidth > e.clientWidth + 1 || cuts && e.scrollHeight > e.clientHeight + 2) {
      problems.push(`${e.tagName.toLowerCase()} overflows: ${told(e.textContent)}`);
    }
  }
  return [...new Set(problems)];
})()
