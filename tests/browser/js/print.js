// What a sheet of paper has no use for, and what it must have; asked of a page laid out for print.
() => {
  const { shown, name } = window.probe;

  const useless = [...document.querySelectorAll("nav, button, form, input, select, .skip-link")]
    .filter(shown)
    .map((element) => `${name(element)} is printed`);

  // On paper a link cannot be followed: one that leaves the page in its text says where it leads.
  const silent = [...document.querySelectorAll("main a[href^=http]")]
    .filter(shown)
    .filter(
      (link) => !getComputedStyle(link, "::after").content.includes(link.getAttribute("href")),
    )
    .map((link) => `${name(link)} does not say where it leads`);

  const whole = ["avoid", "avoid-page"];
  const split = [
    ...document.querySelectorAll("main tr, main figure, main .claim, main .card, main .band-row"),
  ]
    .filter(shown)
    .filter((row) => !whole.includes(getComputedStyle(row).breakInside))
    .map((row) => `${name(row)} may be split between two sheets`);

  const faint = [...document.querySelectorAll("main p, main td, main li")]
    .filter(shown)
    .filter(
      (text) =>
        window.probe.contrast(
          window.probe.channels(getComputedStyle(text).color),
          [255, 255, 255, 1],
        ) < 4.5,
    )
    .map((text) => `${name(text)} is too pale for paper`);

  const wide =
    document.documentElement.scrollWidth > document.documentElement.clientWidth
      ? ["wider than a sheet"]
      : [];
  return [useless, silent, split, faint, wide].flatMap((findings) => findings.slice(0, 4));
};
