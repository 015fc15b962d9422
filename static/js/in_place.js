// What htmx leaves open when an answer is put in place of the last: the new sentence is said
// politely, panels stay as they were left, the focus is never lost, what the button or a pager asks
// for comes into view, the links to other languages follow, and what fails falls back to loading
// the page.

const region = "#explorer";
const panels = () => [...document.querySelectorAll(`${region} details[id]`)];
let left = { focused: "", isOpen: new Map() };

document.addEventListener("htmx:beforeSwap", () => {
  const isOpen = new Map(panels().map((panel) => [panel.id, panel.open]));
  left = { focused: document.activeElement.id, isOpen };
});

// htmx hands the focus on before this, but a panel that is closed does not take it.
document.addEventListener("htmx:afterSwap", ({ target }) => {
  if (!target.matches?.(region)) return;
  for (const panel of panels()) panel.open = left.isOpen.get(panel.id) ?? panel.open;
  if (document.activeElement !== document.body || !left.focused) return;
  document.getElementById(left.focused)?.focus({ preventScroll: true });
});

document.addEventListener("htmx:afterSettle", (event) => {
  if (!event.target.matches?.(region)) return;
  const said = [...document.querySelectorAll(".answer-line, .chart-said, .notice--error li")];
  document.querySelector("#said").textContent = said.map((line) => line.textContent.trim()).join(" ");
  const beginning = beginningFor(event.detail.requestConfig);
  if (beginning) document.querySelector(beginning)?.scrollIntoView();
  if (beginning === region || document.activeElement === document.body) focusHeading();
});

// The button leads up to the answer and a pager to its rows; a filter leaves the page where it is.
function beginningFor({ elt, triggeringEvent }) {
  if (triggeringEvent?.type === "submit") return region;
  return elt.closest(".pager") ? "#answer" : "";
}

function focusHeading() {
  const heading = document.querySelector("h1");
  heading.tabIndex = -1;
  heading.focus({ preventScroll: true });
}

// On the way back and forth htmx loads the page anew, and a page begins without a focus: each place
// in the history keeps where the focus was when it was left.
document.addEventListener("htmx:beforeHistoryUpdate", () => {
  history.replaceState({ ...history.state, focused: left.focused }, "");
});

// Only after htmx has listened, which writes its own state over what was kept.
addEventListener("load", () => {
  addEventListener("popstate", ({ state }) => {
    if (state?.htmx) history.replaceState({ focused: "", ...state }, "");
  });
});

function focusAgain() {
  const { focused, ...state } = history.state ?? {};
  if (focused === undefined) return;
  history.replaceState(state, "");
  const control = document.getElementById(focused);
  const panel = control?.closest("details");
  if (panel) panel.open = true;
  control?.focus({ preventScroll: true });
  if (document.activeElement === document.body) focusHeading();
}
focusAgain();

// The same page in another language is asked the same.
document.addEventListener("htmx:pushedIntoHistory", () => {
  for (const link of document.querySelectorAll("a[rel=alternate][hreflang]")) link.search = location.search;
});

// htmx notes the address of the last answer for this tab; nothing here reads it.
for (const moment of ["htmx:load", "htmx:pushedIntoHistory"]) {
  document.addEventListener(moment, () => sessionStorage.removeItem("htmx-current-path-for-history"));
}

for (const failure of ["htmx:sendError", "htmx:responseError", "htmx:timeout"]) {
  document.addEventListener(failure, ({ detail }) => location.assign(detail.pathInfo.finalRequestPath));
}
