// Notes every stop of the Tab key from here on; the test presses it once more than there are stops.
() => {
  const { stops, name } = window.probe;

  // Of the radio buttons of one name the Tab key stops at one.
  const group = (element) => (element.type === "radio" ? `radio ${element.name}` : element);
  const expected = new Map(stops().map((element) => [group(element), element]));
  const visited = [];

  window.probe.begin();
  document.addEventListener("focusin", (event) => visited.push(event.target));

  window.walk = {
    // A region that scrolls is a stop of its own, and has no tabindex.
    expected: expected.size + document.querySelectorAll("table").length,
    findings: () => {
      const reached = new Set(visited.map(group));
      const left = [...expected]
        .filter(([key]) => !reached.has(key))
        .map(([, element]) => name(element));
      if (left.length === 0) return [];
      return [
        `${left.length} of ${expected.size} are not reached`,
        `the last stop: ${name(visited.at(-1))}`,
        ...left.slice(0, 5),
      ];
    },
  };
};
