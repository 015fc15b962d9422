// What axe finds against WCAG 2.0 to 2.2, A and AA, and against its own best practices.
async () => {
  const values = [
    "wcag2a",
    "wcag2aa",
    "wcag21a",
    "wcag21aa",
    "wcag22a",
    "wcag22aa",
    "best-practice",
  ];
  const { violations } = await axe.run(document, {
    runOnly: { type: "tag", values },
    resultTypes: ["violations"],
  });
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(" ")}: ${failureSummary}`),
  );
};
