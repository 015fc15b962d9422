// Nothing makes the window scroll sideways, and nothing sticks out of it (WCAG 1.4.10).
() => {
  const { shown, name } = window.probe;
  const width = document.documentElement.clientWidth;

  const isHeld = (element) => {
    for (let at = element.parentElement; at && at !== document.body; at = at.parentElement)
      if (getComputedStyle(at).overflowX !== "visible") return true;
    return false;
  };

  if (document.documentElement.scrollWidth <= width) return [];
  return [...document.querySelectorAll("body *")]
    .filter(
      (element) =>
        shown(element) && element.getBoundingClientRect().right > width + 0.5 && !isHeld(element),
    )
    .map(
      (element) =>
        `${name(element)} reaches ${Math.round(element.getBoundingClientRect().right)} of ${width}`,
    )
    .concat(`the page is ${document.documentElement.scrollWidth} wide in a window of ${width}`)
    .slice(-6);
};
