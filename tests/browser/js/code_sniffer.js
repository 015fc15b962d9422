// What HTML_CodeSniffer, whose rules pa11y runs, calls an error against WCAG 2.1 AA.
() =>
  new Promise((resolve, reject) => {
    const done = () =>
      resolve(
        HTMLCS.getMessages()
          .filter(({ type }) => type === HTMLCS.ERROR)
          .map(({ code, msg, element }) => `${code}: ${element.outerHTML?.slice(0, 120)}: ${msg}`),
      );
    HTMLCS.process("WCAG2AA", document, done, reject);
  });
