// How far things moved after they were first drawn (cumulative layout shift), and what moved.
() =>
  new Promise((resolve) => {
    const shifts = [];
    const observer = new PerformanceObserver((list) => shifts.push(...list.getEntries()));
    observer.observe({ type: "layout-shift", buffered: true });
    setTimeout(() => {
      shifts.push(...observer.takeRecords());
      const label = ({ node }) => node?.className || node?.nodeName || "?";
      resolve(
        shifts.map((shift) => `${shift.value.toFixed(4)}: ${shift.sources.map(label).join(", ")}`),
      );
    }, 250);
  });
