// What answers a click is an element that the keyboard reaches too (WCAG 2.1.1).
() => {
  const { NATIVE, listening, shown, name } = window.probe;
  const WIDGETS = [
    "button",
    "link",
    "checkbox",
    "radio",
    "switch",
    "tab",
    "menuitem",
    "option",
    "slider",
  ];
  const ON = ["onclick", "onmousedown", "onpointerdown", "data-hx-get", "data-hx-post"];

  const isReached = (element) =>
    element.tabIndex >= 0 ||
    element.matches("label, form, option") ||
    element.querySelector(NATIVE) ||
    element.closest(`${NATIVE}, label`);

  const promises = (element) =>
    listening.has(element) ||
    ON.some((attribute) => element.hasAttribute(attribute)) ||
    WIDGETS.includes(element.getAttribute("role")) ||
    getComputedStyle(element).cursor === "pointer";

  return [...document.querySelectorAll("body *")]
    .filter((element) => shown(element) && !isReached(element) && promises(element))
    .map(name);
};
