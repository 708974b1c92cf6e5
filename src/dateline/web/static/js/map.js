// A map on the base map of the desk. Loads MapLibre only when asked, and says so where the browser cannot draw it.
import { layersOf, markImages } from "./map_layers.js";

const NOTHING = { type: "FeatureCollection", features: [] };

export async function openMap(box, { bounds, onMove, onChoose } = {}) {
  const library = await loadLibrary(box);
  if (!library) return null;
  const style = () => styleOf(box.dataset);
  let map;
  try {
    map = new library.Map({
      container: box, style: style(), bounds: bounds ?? [[34, 30], [48, 40]], fitBoundsOptions: { padding: 40, maxZoom: 9 },
      attributionControl: { compact: false }, dragRotate: false, pitchWithRotate: false, maxZoom: box.dataset.tiles ? 18 : 13,
      fadeDuration: 0, renderWorldCopies: true,
    });
  } catch (error) {
    return failed(box, error);
  }
  map.touchZoomRotate.disableRotation();
  map.keyboard.disableRotation();
  map.addControl(new library.NavigationControl({ showCompass: false }), "top-right");
  map.addControl(new library.ScaleControl({ unit: "metric" }), "bottom-left");
  const shown = new Map();
  const popup = new library.Popup({ closeButton: false, closeOnClick: false, maxWidth: "18rem" });
  const draw = () => {
    markImages(map, colours());
    for (const [name, data] of shown) addData(map, name, data);
  };
  const ready = new Promise((done) => map.once("style.load", done));
  map.on("style.load", draw);
  document.addEventListener("themechange", () => map.setStyle(style()));
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => map.setStyle(style()));
  map.on("error", ({ error }) => console.warn(error));
  if (onMove) map.on("moveend", () => onMove(viewOf(map)));
  listen(map, popup, onChoose);
  await ready;
  return {
    map,
    view: () => viewOf(map),
    show(name, data) { shown.set(name, data); addData(map, name, data); },
    fit(data) { fit(map, library, data); },
  };
}

async function loadLibrary(box) {
  const sheet = Object.assign(document.createElement("link"), { rel: "stylesheet", href: box.dataset.style });
  document.head.append(sheet);
  try {
    const library = await import(box.dataset.library);
    library.setWorkerUrl(new URL(box.dataset.worker, location.href).href);
    return library;
  } catch (error) {
    return failed(box, error);
  }
}

function failed(box, error) {
  console.warn(error);
  box.replaceChildren(Object.assign(document.createElement("p"), { className: "map-failed", textContent: box.dataset.failed }));
  return null;
}

function viewOf(map) {
  const bounds = map.getBounds();
  const clip = (value, most) => Math.max(-most, Math.min(most, value)).toFixed(4);
  const wide = bounds.getEast() - bounds.getWest() >= 360;
  const west = wide ? "-180" : clip(wrap(bounds.getWest()), 180);
  const east = wide ? "180" : clip(wrap(bounds.getEast()), 180);
  return { box: [west, clip(bounds.getSouth(), 90), east, clip(bounds.getNorth(), 90)].join(","), zoom: map.getZoom().toFixed(2) };
}

const wrap = (longitude) => ((longitude + 540) % 360 + 360) % 360 - 180;

function addData(map, name, data) {
  const source = map.getSource(name);
  if (source) { source.setData(data ?? NOTHING); return; }
  map.addSource(name, { type: "geojson", data: data ?? NOTHING, buffer: 64 });
  for (const layer of layersOf(name, colours())) map.addLayer(layer);
}

function fit(map, library, data) {
  const bounds = new library.LngLatBounds();
  for (const { geometry } of data.features) for (const point of pointsOf(geometry)) bounds.extend(point);
  if (!bounds.isEmpty()) map.fitBounds(bounds, { padding: 48, maxZoom: 9, animate: false });
}

function pointsOf({ type, coordinates }) {
  if (type === "Point") return [coordinates];
  return type === "Polygon" ? coordinates[0] : coordinates;
}

function listen(map, popup, onChoose) {
  const under = (point) => {
    const near = [[point.x - 4, point.y - 4], [point.x + 4, point.y + 4]];
    return map.queryRenderedFeatures(near).find((found) => found.properties.words);
  };
  map.on("mousemove", (event) => {
    const found = under(event.point);
    map.getCanvas().style.cursor = found ? "pointer" : "";
    if (!found) { popup.remove(); return; }
    popup.setLngLat(event.lngLat).setText(found.properties.words).addTo(map);
  });
  map.on("mouseout", () => popup.remove());
  map.on("click", (event) => {
    const found = under(event.point);
    if (found) onChoose?.(found.properties, event);
  });
}

export function colours() {
  const given = getComputedStyle(document.documentElement);
  const probe = document.createElement("i");
  document.body.append(probe);
  const of = (name) => {
    probe.style.color = `var(--${name})`;
    return getComputedStyle(probe).color;
  };
  const names = ["ink", "ink-2", "sheet", "accent", "violence", "custody", "unrest", "movement", "control", "organisation", "diplomacy", "aid"];
  const found = Object.fromEntries(names.map((name) => [name, of(name)]));
  probe.remove();
  const chosen = document.documentElement.dataset.theme;
  found.dark = chosen ? chosen === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  document.documentElement.toggleAttribute("data-dark", found.dark);
  return found;
}

function styleOf({ tiles, language }) {
  const dark = colours().dark;
  const [sea, land, line, border, water, words, halo] = dark
    ? ["#10161a", "#1d2328", "#30383f", "#67717a", "#1a3340", "#9aa4ad", "#14171a"]
    : ["#dbe5ea", "#f7f6f2", "#dcd9d0", "#8d8a80", "#a9c6d6", "#5a5f64", "#ffffff"];
  const base = { source: "base" };
  const lineOf = (id, layer, width, colour, filter, dashes) => ({
    id, type: "line", ...base, "source-layer": layer, ...(filter ? { filter } : {}), layout: { "line-join": "round" },
    paint: { "line-color": colour, "line-width": width, ...(dashes ? { "line-dasharray": dashes } : {}) },
  });
  const borderIs = (kind) => ["==", ["get", "class"], kind];
  const name = language === "fr" ? ["coalesce", ["get", "name_fr"], ["get", "name_en"]] : ["get", "name_en"];
  const text = { "text-color": words, "text-halo-color": halo, "text-halo-width": 1.2 };
  const streets = tiles ? { streets: { type: "raster", tiles: [tiles], tileSize: 256, attribution: new URL(tiles).host } } : {};
  return {
    version: 8,
    sources: {
      base: { type: "vector", tiles: [`${location.origin}/map/{z}/{x}/{y}`], maxzoom: 5, attribution: "Natural Earth · GeoNames · WDB II" },
      ...streets,
    },
    layers: [
      { id: "sea", type: "background", paint: { "background-color": sea } },
      { id: "land", type: "fill", ...base, "source-layer": "land", paint: { "fill-color": land } },
      { id: "lakes", type: "fill", ...base, "source-layer": "lakes", paint: { "fill-color": sea } },
      lineOf("rivers", "rivers", ["interpolate", ["linear"], ["zoom"], 3, 0.5, 8, 1.6], water),
      lineOf("provinces", "provinces", 0.8, line, null, [2, 2]),
      ...(tiles ? [{ id: "streets", type: "raster", source: "streets" }] : []),
      lineOf("borders", "borders", ["interpolate", ["linear"], ["zoom"], 1, 0.6, 8, 1.6], border, borderIs("agreed")),
      lineOf("disputed", "borders", ["interpolate", ["linear"], ["zoom"], 1, 0.8, 8, 1.8], border, borderIs("disputed"), [3, 2]),
      lineOf("control-lines", "borders", ["interpolate", ["linear"], ["zoom"], 1, 0.8, 8, 1.8], border, borderIs("control"), [1, 1.5]),
      { id: "cities-at", type: "circle", ...base, "source-layer": "cities", minzoom: 3, paint: { "circle-radius": 1.6, "circle-color": words, "circle-opacity": 0.7 } },
      { id: "cities", type: "symbol", ...base, "source-layer": "cities", minzoom: 3, layout: { "text-field": ["get", "name"], "text-size": 11, "text-anchor": "top", "text-offset": [0, 0.25], "symbol-sort-key": ["-", ["get", "people"]], "text-font": ["sans-serif"] }, paint: text },
      { id: "countries", type: "symbol", ...base, "source-layer": "countries", maxzoom: 7, filter: ["<=", ["get", "rank"], ["+", ["zoom"], 1]], layout: { "text-field": name, "text-size": ["interpolate", ["linear"], ["zoom"], 1, 10, 6, 14], "text-transform": "uppercase", "text-letter-spacing": 0.12, "text-max-width": 7, "symbol-sort-key": ["get", "rank"], "text-font": ["sans-serif"] }, paint: text },
    ],
  };
}
