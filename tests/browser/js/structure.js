// One first heading, no rank left out, no id twice, no order of its own for the Tab key.
() => {
  const { name } = window.probe;
  const headings = [...document.querySelectorAll("h1, h2, h3, h4, h5, h6")];
  const rank = (heading) => Number(heading.localName[1]);

  const skipped = headings
    .filter((heading, at) => at > 0 && rank(heading) > rank(headings[at - 1]) + 1)
    .map(
      (heading) => `${name(heading)} follows ${headings[headings.indexOf(heading) - 1].localName}`,
    );
  const first =
    document.querySelectorAll("h1").length === 1 && rank(headings[0]) === 1
      ? []
      : ["not one h1, at the top"];

  const ids = [...document.querySelectorAll("[id]")].map((element) => element.id);
  const twice = ids
    .filter((id, at) => ids.indexOf(id) !== at)
    .map((id) => `the id ${id} is there twice`);
  const reordered = [...document.querySelectorAll("[tabindex]")]
    .filter((element) => element.tabIndex > 0)
    .map(name);
  const dangling = [...document.querySelectorAll("a[href^='#']")]
    .filter((link) => link.hash && !document.getElementById(decodeURIComponent(link.hash.slice(1))))
    .map((link) => `${name(link)} leads to no ${link.hash}`);
  return [...first, ...skipped, ...twice, ...reordered, ...dangling];
};
