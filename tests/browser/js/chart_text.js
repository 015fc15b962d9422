// A picture says what it shows: by a name, or by numbers in the text beside it (WCAG 1.1.1).
() => {
  const { shown, name } = window.probe;
  const ICON = 48;

  const spoken = (element) => {
    const copy = element.cloneNode(true);
    copy.querySelectorAll("[aria-hidden=true], svg, canvas").forEach((part) => part.remove());
    return copy.textContent.trim();
  };

  const hasName = (picture) =>
    picture.getAttribute("aria-label") ||
    picture.getAttribute("aria-labelledby") ||
    picture.getAttribute("alt") ||
    picture.querySelector(":scope > title");

  const hasNumbers = (picture) => {
    const beside = picture.closest("li, tr, dd, figure");
    return beside && /\d/.test(spoken(beside));
  };

  const pictures = [...document.querySelectorAll("svg, canvas, img, [role=img]")].filter(shown);
  const silent = pictures.filter((picture) =>
    picture.closest("[aria-hidden=true]")
      ? picture.getBoundingClientRect().width > ICON && !hasNumbers(picture)
      : !hasName(picture) && !(picture.localName === "img" && picture.hasAttribute("alt")),
  );
  const untold = [...document.querySelectorAll("figure")].filter(
    (figure) =>
      !figure.querySelector("figcaption")?.textContent.trim() || !/\d/.test(spoken(figure)),
  );
  return [...silent, ...untold].map(name);
};
