// Text that is cut off, or that lies over other text.
() => {
  const { shown, name } = window.probe;

  // Kept for those who listen, or out of the window until it has the focus.
  const isUnseen = (element) => {
    if (element.closest(".skip-link, option, [aria-hidden=true]")) return true;
    for (let at = element; at; at = at.parentElement)
      if (getComputedStyle(at).clipPath !== "none") return true;
    return false;
  };

  const bearers = [...document.querySelectorAll("body *")].filter(
    (element) =>
      shown(element) &&
      !isUnseen(element) &&
      [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim()),
  );

  const cuts = (style) => /hidden|clip/.test(style.overflowX + style.overflowY);
  const isCut = (element) => {
    for (let at = element; at && at !== document.body; at = at.parentElement) {
      if (getComputedStyle(at).overflowX === "auto" || getComputedStyle(at).overflowX === "scroll")
        return false;
      if (
        cuts(getComputedStyle(at)) &&
        (at.scrollWidth > at.clientWidth + 2 || at.scrollHeight > at.clientHeight + 2) &&
        at.clientWidth
      )
        return true;
    }
    return false;
  };

  // The part of the page through which an element is seen.
  const windowOf = (element) => {
    const hole = { left: -Infinity, right: Infinity, top: -Infinity, bottom: Infinity };
    for (let at = element; at && at !== document.body; at = at.parentElement) {
      if (getComputedStyle(at).overflowX === "visible") continue;
      const box = at.getBoundingClientRect();
      hole.left = Math.max(hole.left, box.left);
      hole.right = Math.min(hole.right, box.right);
      hole.top = Math.max(hole.top, box.top);
      hole.bottom = Math.min(hole.bottom, box.bottom);
    }
    return hole;
  };

  // Where the words themselves are, line by line; letters take half the height of a line.
  const lines = (element) => {
    const range = document.createRange();
    const hole = windowOf(element);
    return [...element.childNodes]
      .filter((node) => node.nodeType === Node.TEXT_NODE && node.data.trim())
      .flatMap((node) => {
        range.selectNodeContents(node);
        return [...range.getClientRects()];
      })
      .map((box) => ({
        element,
        left: Math.max(box.left + 2, hole.left),
        right: Math.min(box.right - 2, hole.right),
        top: Math.max(box.top + box.height / 4, hole.top),
        bottom: Math.min(box.bottom - box.height / 4, hole.bottom),
      }))
      .filter((box) => box.right > box.left && box.bottom > box.top);
  };

  const boxes = bearers.flatMap(lines).sort((one, other) => one.top - other.top);
  const areOver = (one, other) =>
    one.element !== other.element && one.left < other.right && other.left < one.right;
  const overlapping = [];
  boxes.forEach((box, at) => {
    for (let next = at + 1; next < boxes.length && boxes[next].top < box.bottom; next += 1) {
      if (areOver(box, boxes[next]))
        overlapping.push(`${name(box.element)} lies over ${name(boxes[next].element)}`);
    }
  });
  return [
    ...bearers.filter(isCut).map((element) => `${name(element)} is cut off`),
    ...new Set(overlapping),
  ].slice(0, 8);
};
