// Every stop of the keyboard shows that it has the focus: a line of two pixels or more, and of a
// contrast of three to one with what lies behind it (WCAG 2.4.7, 1.4.11).
() => {
  const { stops, name, channels, backdrop, contrast } = window.probe;
  const EDGES = ["Top", "Right", "Bottom", "Left"];

  const visibleOn = (colour, element) => contrast(channels(colour), backdrop(element)) >= 3;

  const hasOutline = (element) => {
    const style = getComputedStyle(element);
    const around =
      parseFloat(style.outlineOffset) >= 0 ? element.parentElement || element : element;
    return (
      style.outlineStyle !== "none" &&
      parseFloat(style.outlineWidth) >= 2 &&
      (style.outlineStyle === "auto" || visibleOn(style.outlineColor, around))
    );
  };

  // The shadows and borders that the focus brings, each as its colour.
  const lines = (element) => {
    const style = getComputedStyle(element);
    const shadow = style.boxShadow.match(/^(.*?\)|\w+) .* ([2-9]|\d\d+)px( inset)?$/);
    const borders = EDGES.filter((edge) => parseFloat(style[`border${edge}Width`]) >= 2);
    return [shadow && shadow[1], borders.length === 4 && style.borderTopColor].filter(Boolean);
  };

  // A hidden box shows its focus on its label.
  const bearers = (element) => [element, ...(element.labels || [])];

  const isUnseen = (element) => {
    document.activeElement.blur();
    const before = new Map(bearers(element).map((bearer) => [bearer, String(lines(bearer))]));
    element.focus({ focusVisible: true, preventScroll: true });
    return !bearers(element).some(
      (bearer) =>
        hasOutline(bearer) ||
        (String(lines(bearer)) !== before.get(bearer) &&
          lines(bearer).some((colour) => visibleOn(colour, bearer.parentElement))),
    );
  };

  const unseen = stops().filter(isUnseen).map(name);
  document.activeElement.blur();
  return unseen;
};
