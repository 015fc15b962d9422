// What the rules share, on window.probe. Runs before the scripts of the page.
(() => {
  const listening = new Set();
  const listen = EventTarget.prototype.addEventListener;
  EventTarget.prototype.addEventListener = function (type, ...rest) {
    if (/^(click|mousedown|pointerdown)$/.test(type) && this instanceof Element)
      listening.add(this);
    return listen.call(this, type, ...rest);
  };

  const NATIVE = "a[href], button, input:not([type=hidden]), select, textarea, summary, iframe";
  const FOCUSABLE = `${NATIVE}, [tabindex], audio[controls], video[controls], [contenteditable]`;

  const shown = (element) =>
    element.checkVisibility({ contentVisibilityAuto: true, visibilityProperty: true }) &&
    element.getClientRects().length > 0;

  const name = (element) => {
    const id = element.id ? `#${element.id}` : "";
    const classes = [...element.classList].map((word) => `.${word}`).join("");
    const text = (element.getAttribute("aria-label") || element.textContent || "").trim();
    return `${element.localName}${id}${classes} “${text.replace(/\s+/g, " ").slice(0, 40)}”`;
  };

  // What the Tab key may stop at, and so what a visitor can act on.
  const stops = () =>
    [...document.querySelectorAll(FOCUSABLE)].filter(
      (element) =>
        element.tabIndex >= 0 && !element.disabled && !element.closest("[inert]") && shown(element),
    );

  const brush = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
  // Any CSS colour as red, green, blue from 0 to 255 and alpha from 0 to 1.
  const channels = (colour) => {
    brush.clearRect(0, 0, 1, 1);
    brush.fillStyle = colour;
    brush.fillRect(0, 0, 1, 1);
    const [red, green, blue, alpha] = brush.getImageData(0, 0, 1, 1).data;
    return [red, green, blue, alpha / 255];
  };

  const over = (front, back) =>
    [0, 1, 2].map((at) => front[at] * front[3] + back[at] * (1 - front[3])).concat(1);

  // What is seen behind an element: its own background over those of its ancestors.
  const backdrop = (element) => {
    const layers = [];
    for (let at = element; at; at = at.parentElement) {
      const layer = channels(getComputedStyle(at).backgroundColor);
      layers.push(layer);
      if (layer[3] === 1) break;
    }
    return layers.reverse().reduce((back, front) => over(front, back), channels("Canvas"));
  };

  const luminance = (colour) => {
    const [red, green, blue] = colour
      .slice(0, 3)
      .map((value) => value / 255)
      .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };

  const contrast = (front, back) => {
    const [dark, light] = [luminance(over(front, back)), luminance(back)].sort(
      (one, other) => one - other,
    );
    return (light + 0.05) / (dark + 0.05);
  };

  // Style rules that the page's policy does not see.
  const style = (text) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  };

  // As a visitor who has just come: the next press of Tab goes to the first stop.
  const begin = () => {
    document.activeElement.blur();
    getSelection().setPosition(document.body, 0);
    scrollTo({ top: 0, behavior: "instant" });
  };

  window.probe = {
    NATIVE,
    FOCUSABLE,
    listening,
    shown,
    name,
    stops,
    channels,
    backdrop,
    contrast,
    style,
    begin,
  };
})();
