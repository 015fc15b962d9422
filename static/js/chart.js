// Lets Plotly take over a chart that the server has drawn, when a visitor asks for it.
// Whatever fails on the way, the drawing and the table stay.

const libraries = new Map();
const reducedMotion = matchMedia("(prefers-reduced-motion: reduce)");
const darkScheme = matchMedia("(prefers-color-scheme: dark)");
// The page says these in its own language, where that is not English.
const english = {
  ask: "Make this chart interactive",
  back: "Show the plain chart",
  failed: "The interactive chart did not load; try again",
  links: "The bands of each row:",
  steps: "Interactive chart. The arrow keys step through its figures.",
};
const words = (chart) => ({ ...english, ...chart.dataset });
// Once asked for, charts stay interactive while filters change.
let isWanted = false;
// How each canvas is drawn; one that has left the page is forgotten with it.
const drawings = new WeakMap();

darkScheme.addEventListener("change", () => {
  document.querySelectorAll(".chart-plotly").forEach((canvas) => drawings.get(canvas)?.());
});

// plotly.js takes a sheet of this name for its own, and injects none, which the policy would block.
function addStyle(url) {
  if (document.getElementById("plotly.js-style-global")) return;
  const link = document.createElement("link");
  Object.assign(link, { id: "plotly.js-style-global", rel: "stylesheet", href: url });
  document.head.append(link);
}

function loadLibrary({ library, style }) {
  addStyle(style);
  if (!libraries.has(library)) {
    libraries.set(library, new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = library;
      script.onload = () => resolve(window.Plotly);
      script.onerror = () => {
        libraries.delete(library);
        reject(new Error("the chart library did not load"));
      };
      document.head.append(script);
    }));
  }
  return libraries.get(library);
}

async function loadFigure({ figureUrl, figureIndex }) {
  const response = await fetch(figureUrl, { headers: { Accept: "application/json" } });
  if (!response.ok) throw new Error(`the figure answered ${response.status}`);
  return (await response.json()).figures[Number(figureIndex)];
}

// A column without a fill: the end of a distribution that is open.
const EMPTY = "rgba(0,0,0,0)";

// Plotly knows nothing of colour schemes: ink and data colours are those of the page.
function inColoursOf(element, figure) {
  const style = getComputedStyle(element);
  const ink = style.color;
  const quiet = { color: ink, gridcolor: "rgba(128, 128, 128, .3)", zerolinecolor: ink };
  const layout = {
    ...figure.layout,
    font: { ...figure.layout.font, color: ink },
    hoverlabel: { bgcolor: style.getPropertyValue("background-color"), font: { color: ink } },
    xaxis: { ...figure.layout.xaxis, ...quiet },
    yaxis: { ...figure.layout.yaxis, color: ink },
    shapes: figure.layout.shapes?.map((shape) => ({ ...shape, line: { ...shape.line, color: ink } })),
    transition: { duration: reducedMotion.matches ? 0 : 150 },
  };
  return { data: figure.data.map((trace) => painted(trace, style)), layout };
}

// A bar has the fill and the outline of its kind, as in the drawing; what lies on bars is of ink.
function painted(trace, style) {
  const colourOf = (name) => style.getPropertyValue(`--chart-${name}`).trim();
  const colour = (trace.meta && colourOf(trace.meta)) || style.color;
  const line = { ...trace.line, color: colour };
  if (trace.type !== "bar") return { ...trace, line, marker: { ...trace.marker, color: colour } };
  const fill = colourOf(`${trace.meta}-fill`) || colour;
  const given = trace.marker.color;
  const color = Array.isArray(given) ? given.map((one) => (one === EMPTY ? one : fill)) : fill;
  return { ...trace, marker: { ...trace.marker, color, line: { ...trace.marker.line, color: colour } } };
}

// What a pointer finds by hovering, the arrow keys find one by one, in the order of the rows.
function addSteps(canvas, figure, plotly) {
  const points = figure.data.flatMap((trace, curveNumber) => trace.type !== "bar" ? [] : trace.customdata.map(
    ([amount, sample], pointNumber) => ({
      curveNumber, pointNumber, sample,
      // A bar that lies has a name of its own; a column of a distribution is its amounts.
      label: trace.orientation === "h" ? trace.y[pointNumber] : amount,
    })));
  const said = document.createElement("p");
  said.className = "chart-steps";
  said.setAttribute("role", "status");
  let at = -1;
  canvas.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    at = (at + step + points.length) % points.length;
    const { curveNumber, pointNumber, label, sample } = points[at];
    plotly.Fx.hover(canvas.firstElementChild, [{ curveNumber, pointNumber }]);
    said.textContent = `${label.replace("<br>", ": ")} (${sample})`;
  });
  canvas.append(said);
}

// Each row of the drawing may link to what it says by itself; so does the chart in its place.
function addLinks(chart, canvas) {
  const links = chart.querySelectorAll("[data-chart-drawn] .band-name a");
  if (!links.length) return;
  const lead = document.createElement("p");
  lead.className = "chart-steps";
  lead.textContent = words(chart).links;
  const list = document.createElement("ul");
  list.className = "cluster";
  for (const link of links) {
    const item = document.createElement("li");
    item.append(link.cloneNode(true));
    list.append(item);
  }
  canvas.append(lead, list);
}

function newCanvas(chart) {
  const canvas = document.createElement("div");
  canvas.className = "chart-plotly";
  canvas.tabIndex = 0;
  canvas.setAttribute("role", "group");
  canvas.setAttribute("aria-label", words(chart).steps);
  const plot = document.createElement("div");
  plot.setAttribute("aria-hidden", "true");
  canvas.append(plot);
  return canvas;
}

// While a chart loads its button is closed but keeps the focus, which goes on to the chart from there.
async function enhance(chart, button) {
  const drawn = chart.querySelector("[data-chart-drawn]");
  const canvas = newCanvas(chart);
  button.setAttribute("aria-disabled", "true");
  try {
    const [plotly, figure] = await Promise.all([loadLibrary(chart.dataset), loadFigure(chart.dataset)]);
    drawn.before(canvas);
    const draw = () => {
      const { data, layout } = inColoursOf(chart, figure);
      return plotly.react(canvas.firstElementChild, data, layout, { displayModeBar: false, responsive: true });
    };
    await draw();
    addSteps(canvas, figure, plotly);
    addLinks(chart, canvas);
    drawn.hidden = true;
    drawings.set(canvas, draw);
    button.textContent = words(chart).back;
    if (document.activeElement === button) canvas.focus();
  } catch (error) {
    canvas.remove();
    button.textContent = words(chart).failed;
    console.warn(error);
  }
  button.removeAttribute("aria-disabled");
}

function plain(chart, button) {
  const canvas = chart.querySelector(".chart-plotly");
  window.Plotly.purge(canvas.firstElementChild);
  canvas.remove();
  chart.querySelector("[data-chart-drawn]").hidden = false;
  button.textContent = words(chart).ask;
}

function addButton(chart) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "button button--quiet button--small";
  button.textContent = words(chart).ask;
  button.addEventListener("click", () => {
    if (button.hasAttribute("aria-disabled")) return;
    isWanted = !chart.querySelector(".chart-plotly");
    return isWanted ? enhance(chart, button) : plain(chart, button);
  });
  chart.querySelector("[data-chart-ask]").append(button);
  if (isWanted) enhance(chart, button);
}

function prepare(root) {
  root.querySelectorAll("[data-chart]:not(:has([data-chart-ask] > button))").forEach(addButton);
}

// plotly.js listens at the window for each chart, and so keeps one that has left the page.
document.addEventListener("htmx:beforeCleanupElement", ({ target }) => {
  if (target.matches?.(".js-plotly-plot")) window.Plotly.purge(target);
});
document.addEventListener("htmx:load", ({ detail }) => prepare(detail.elt));
prepare(document);
