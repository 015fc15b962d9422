// What has the focus is not wholly behind something else (WCAG 2.4.11).
() => {
  const { stops, name } = window.probe;

  const points = (box) =>
    [0.1, 0.5, 0.9].flatMap((x) =>
      [0.1, 0.5, 0.9].map((y) => [box.left + box.width * x, box.top + box.height * y]),
    );

  const isItself = (top, bearer) =>
    bearer.contains(top) || (top.contains(bearer) && top !== document.body);

  const isCovered = (element) => {
    element.focus();
    const bearers = [element, ...(element.labels || [])];
    const seen = bearers.flatMap((bearer) => [...bearer.getClientRects()]).flatMap(points);
    return !seen.some(([x, y]) => {
      const top = document.elementFromPoint(x, y);
      return top && bearers.some((bearer) => isItself(top, bearer));
    });
  };

  const covered = stops().filter(isCovered).map(name);
  document.activeElement.blur();
  window.scrollTo(0, 0);
  return covered;
};
