// The events page: list, map and timeline follow the question in the form, and put their own conditions into it.
import { openMap } from "./map.js";
import { openTimeline } from "./timeline.js";

const form = document.getElementById("question");
const box = document.getElementById("map");
const here = document.getElementById("only-here");
const ask = () => document.getElementById("list").dataset.question;
const json = async (address) => (await fetch(address, { headers: { accept: "application/json" } })).json();
const changed = () => form.dispatchEvent(new Event("change", { bubbles: true }));
// The order stands above the list, outside of the form that it belongs to: what changes there does not pass by the form.
document.addEventListener("change", (event) => {
  if (event.target.form === form && !form.contains(event.target)) changed();
});
if (matchMedia("(max-width: 59.99rem)").matches) form.querySelector(".narrow").open = false;

const timeline = openTimeline(document.getElementById("timeline"), (since, until) => {
  document.getElementById("since").value = since;
  document.getElementById("until").value = until;
  changed();
});

async function showTimeline() {
  const found = await json(`/events/timeline?${ask()}`);
  const chosen = Object.fromEntries(["since", "until"].map((name) => [name, document.getElementById(name).value]));
  timeline.show(found, chosen);
  const words = document.getElementById("timeline").dataset;
  const rest = [[found.earlier, words.earlier], [found.later, words.later], [found.undated, words.undated]].filter(([number]) => number);
  document.getElementById("timeline-rest").textContent = rest.map(([number, what]) => `${number.toLocaleString(document.documentElement.lang)} ${what}`).join(", ");
}

let map = null;
let asked = 0;
async function showMap() {
  if (!map) return;
  const mine = ++asked;
  const { box: view, zoom } = map.view();
  const found = await json(`${box.dataset.cells}?${new URLSearchParams({ view, zoom })}&${ask()}`);
  if (mine === asked) map.show("cells", found);
  showTable();
}

function moved() {
  if (here.checked) {
    document.getElementById("box").value = map.view().box;
    changed();
  } else {
    showMap();
  }
}

here.addEventListener("change", (event) => {
  event.stopPropagation();
  document.getElementById("box").value = here.checked && map ? map.view().box : "";
  changed();
});

function choose(found, event) {
  if (found.event) location.href = `/events/${found.event}`;
  else if (found.place) location.href = `/places/${encodeURIComponent(found.place)}`;
  else map.map.easeTo({ center: [found.x, found.y], zoom: Math.min(map.map.getZoom() + 2, map.map.getMaxZoom()) });
}

function show() {
  showTimeline();
  showTimes();
  if (map) showMap();
  else showTable();
}

const timesAsTable = document.getElementById("timeline-as-table");
function showTimes() {
  if (timesAsTable.open) globalThis.htmx.ajax("GET", `/events/timeline-table?${ask()}`, { target: "#timeline-table", swap: "innerHTML" });
}
timesAsTable.addEventListener("toggle", showTimes);

const asTable = document.getElementById("map-as-table");
function showTable() {
  if (!asTable.open) return;
  const address = `/events/map-table?${map ? `${new URLSearchParams({ view: map.view().box, zoom: map.view().zoom })}&` : ""}${ask()}`;
  globalThis.htmx.ajax("GET", address, { target: "#map-table", swap: "innerHTML" });
}
asTable.addEventListener("toggle", showTable);

document.body.addEventListener("htmx:afterSettle", (event) => {
  if (event.target.id === "list" || event.detail.target?.id === "list") show();
});

showTimeline();
const whole = await json(`${box.dataset.cells}?${ask()}`);
map = await openMap(box, { bounds: boundsOf(whole), onMove: moved, onChoose: choose });
if (map) showMap();

// The cells that hold nine in ten events: the map opens on them, not on the whole world for the sake of one.
function mostOf(features) {
  const order = features.toSorted((one, other) => other.properties.count - one.properties.count);
  const wanted = order.reduce((sum, { properties }) => sum + properties.count, 0) * 0.9;
  let sum = 0;
  return order.filter(({ properties }) => (sum += properties.count) - properties.count < wanted);
}

function boundsOf({ features }) {
  const given = document.getElementById("box").value.split(",").map(Number);
  if (given.length === 4) return [[given[0], given[1]], [given[2], given[3]]];
  if (!features.length) return [[-30, -35], [75, 60]];
  features = mostOf(features);
  const points = features.flatMap(({ geometry }) => geometry.coordinates[0]);
  const [xs, ys] = [0, 1].map((axis) => points.map((point) => point[axis]));
  return [[Math.max(-180, Math.min(...xs)), Math.max(-80, Math.min(...ys))], [Math.min(180, Math.max(...xs)), Math.min(80, Math.max(...ys))]];
}
