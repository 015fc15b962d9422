// After the skip link the next stop is in the main part, or behind it where that has none.
() => {
  const stop = document.activeElement;
  const main = document.querySelector("main");
  const isBefore = main.compareDocumentPosition(stop) & Node.DOCUMENT_POSITION_PRECEDING;
  return isBefore && stop !== document.body
    ? [`after the skip link comes ${window.probe.name(stop)}`]
    : [];
};
