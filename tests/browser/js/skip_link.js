// The first stop is a link, is seen, and leads to an element of this page.
() => {
  const link = document.activeElement;
  if (link.localName !== "a" || !link.hash) return [`the first stop is ${window.probe.name(link)}`];

  const box = link.getBoundingClientRect();
  const isSeen = box.top >= 0 && box.left >= 0 && box.width > 24 && box.height >= 24;
  const target = document.getElementById(link.hash.slice(1));
  return [
    !isSeen && "the skip link is not seen",
    !target && `${link.hash} is not on the page`,
  ].filter(Boolean);
};
