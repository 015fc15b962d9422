// A target is 24 pixels wide and high, unless it stands in a sentence (WCAG 2.5.8).
() => {
  const { stops, name } = window.probe;

  const block = (element) => {
    let at = element.parentElement;
    while (getComputedStyle(at).display.startsWith("inline")) at = at.parentElement;
    return at;
  };

  const withoutTargets = (element) => {
    const copy = element.cloneNode(true);
    copy
      .querySelectorAll(`${window.probe.FOCUSABLE}, .visually-hidden`)
      .forEach((target) => target.remove());
    return copy.textContent;
  };

  const isInSentence = (element) =>
    getComputedStyle(element).display === "inline" &&
    /[\p{L}\p{N}]/u.test(withoutTargets(block(element)));

  const isLarge = (box) => box.width >= 23.95 && box.height >= 23.95;

  const isSmall = (element) => {
    element.focus({ preventScroll: true });
    const targets = [element, ...(element.labels || [])];
    return !targets.some((target) => isLarge(target.getBoundingClientRect()));
  };

  const size = (element) => {
    const { width, height } = element.getBoundingClientRect();
    return `${name(element)} is ${Math.round(width)} by ${Math.round(height)}`;
  };

  const small = stops()
    .filter((element) => !isInSentence(element) && isSmall(element))
    .map(size);
  document.activeElement.blur();
  return small;
};
