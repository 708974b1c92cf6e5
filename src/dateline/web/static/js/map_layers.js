// How events and flows are drawn: the outline says how a thing is told, the colour which group of kinds it is of.
const DASHES = { attempted: [5, 1, 1, 1], future: [3, 2], hypothetical: [0.4, 1.6] };
const GROUPS = ["violence", "custody", "unrest", "movement", "control", "organisation", "diplomacy", "aid"];

export function layersOf(source, colours) {
  const colour = ["match", ["get", "group"], ...GROUPS.flatMap((name) => [name, colours[name]]), colours.accent];
  const told = (...values) => ["in", ["get", "modality"], ["literal", values]];
  const disc = ["==", ["get", "shape"], "disc"];
  const flow = ["==", ["get", "shape"], "flow"];
  const loose = ["in", ["get", "shape"], ["literal", ["leaving", "arriving"]]];
  const outline = (name, filter, dashes, width = 1.8) => ({
    id: `${source}-${name}`, type: "line", source, filter: ["all", disc, filter],
    paint: { "line-color": colour, "line-width": width, ...(dashes ? { "line-dasharray": dashes } : {}) },
  });
  const arrow = (name, filter, dashes) => ({
    id: `${source}-${name}`, type: "line", source, filter: ["all", flow, filter], layout: { "line-cap": dashes ? "butt" : "round" },
    paint: {
      "line-color": colours.movement, "line-opacity": 0.85, ...(dashes ? { "line-dasharray": dashes } : {}),
      "line-width": ["interpolate", ["linear"], ["log10", ["max", 1, ["get", "people"]]], 0, 1.6, 3, 4, 6, 8],
    },
  });
  const counted = [">", ["get", "count"], 1];
  return [
    { id: `${source}-fill`, type: "fill", source, filter: ["all", disc, ["!", told("negated", "future", "hypothetical")]], paint: { "fill-color": colour, "fill-opacity": 0.16 } },
    { id: `${source}-hatch`, type: "fill", source, filter: ["all", disc, told("negated")], paint: { "fill-pattern": "hatch" } },
    { id: `${source}-ends`, type: "line", source, filter: ["==", ["get", "shape"], "end"], paint: { "line-color": colours.movement, "line-width": 1.2 } },
    outline("sure", told("actual", "mixed")),
    outline("negated", told("negated"), null, 1.2),
    ...Object.entries(DASHES).map(([name, dashes]) => outline(name, told(name), dashes)),
    arrow("flows", told("actual", "negated")),
    ...Object.entries(DASHES).map(([name, dashes]) => arrow(`flows-${name}`, told(name), dashes)),
    { id: `${source}-heads`, type: "symbol", source, filter: flow, layout: { "symbol-placement": "line", "symbol-spacing": 90, "icon-image": "head", "icon-allow-overlap": true, "icon-ignore-placement": true } },
    {
      id: `${source}-marks`, type: "symbol", source, filter: ["all", disc, ["!", counted]],
      layout: { "icon-image": ["concat", "mark-", ["get", "modality"], "-", ["get", "group"]], "icon-allow-overlap": true, "icon-size": 1 },
    },
    {
      id: `${source}-counts`, type: "symbol", source, filter: ["all", disc, counted],
      layout: { "icon-image": "many", "icon-text-fit": "both", "icon-text-fit-padding": [3, 6, 3, 6], "text-field": ["get", "label"], "text-size": 12, "text-font": ["sans-serif"], "icon-allow-overlap": true, "text-allow-overlap": true },
      paint: { "text-color": colours.ink },
    },
    {
      id: `${source}-people`, type: "symbol", source, filter: flow,
      layout: { "symbol-placement": "line-center", "text-field": ["get", "label"], "text-size": 12, "text-font": ["sans-serif"], "text-offset": [0, -0.9] },
      paint: { "text-color": colours.ink, "text-halo-color": colours.sheet, "text-halo-width": 1.6 },
    },
    {
      id: `${source}-loose`, type: "symbol", source, filter: loose,
      layout: { "text-field": ["case", told("future", "hypothetical"), ["concat", "(", ["get", "label"], ")"], ["get", "label"]], "text-size": 13, "text-font": ["sans-serif"], "text-variable-anchor": ["bottom-left", "top-left", "bottom-right", "top-right"], "text-radial-offset": 0.5 },
      paint: { "text-color": colours.ink, "text-halo-color": colours.sheet, "text-halo-width": 1.6 },
    },
  ];
}

// The signs that are drawn here and not loaded: rings for single events, a frame for numbers, hatching, arrow heads.
export function markImages(map, colours) {
  const add = (name, size, draw, options = {}) => {
    if (map.hasImage(name)) map.removeImage(name);
    const [width, height] = [].concat(size, size);
    const canvas = Object.assign(document.createElement("canvas"), { width: width * 2, height: height * 2 });
    const pen = canvas.getContext("2d");
    pen.scale(2, 2);
    draw(pen);
    map.addImage(name, pen.getImageData(0, 0, width * 2, height * 2), { pixelRatio: 2, ...options });
  };
  for (const group of [...GROUPS, "many"]) {
    for (const modality of ["actual", "attempted", "future", "hypothetical", "negated", "mixed"]) {
      add(`mark-${modality}-${group}`, 18, (pen) => ring(pen, modality, colours[group] ?? colours.accent, colours.sheet));
    }
  }
  add("hatch", 8, (pen) => {
    pen.strokeStyle = colours["ink-2"];
    pen.globalAlpha = 0.55;
    for (const start of [-8, 0, 8]) { pen.beginPath(); pen.moveTo(start, 8); pen.lineTo(start + 8, 0); pen.stroke(); }
  });
  add("head", 12, (pen) => {
    pen.fillStyle = colours.movement;
    pen.strokeStyle = colours.sheet;
    pen.beginPath(); pen.moveTo(2, 1.5); pen.lineTo(11, 6); pen.lineTo(2, 10.5); pen.closePath(); pen.fill(); pen.stroke();
  });
  add("many", [24, 20], (pen) => {
    pen.fillStyle = colours.sheet; pen.strokeStyle = colours.ink; pen.lineWidth = 1.2;
    pen.beginPath(); pen.roundRect(1, 1, 22, 18, 9); pen.fill(); pen.stroke();
  }, { stretchX: [[20, 28]], stretchY: [[18, 22]], content: [8, 6, 40, 34] });
}

function ring(pen, modality, colour, ground) {
  pen.translate(9, 9);
  pen.lineWidth = 2.2;
  pen.strokeStyle = colour;
  pen.fillStyle = modality === "actual" || modality === "mixed" ? colour : ground;
  pen.globalAlpha = modality === "actual" || modality === "mixed" ? 0.4 : 0.7;
  pen.beginPath(); pen.arc(0, 0, 5.6, 0, Math.PI * 2); pen.fill();
  pen.globalAlpha = 1;
  pen.setLineDash({ attempted: [7, 1.6, 1.6, 1.6], future: [3.4, 2.4], hypothetical: [0.6, 2.6] }[modality] ?? []);
  if (modality === "hypothetical") pen.lineCap = "round";
  pen.stroke();
  pen.setLineDash([]);
  if (modality === "negated") { pen.beginPath(); pen.moveTo(-4, 4); pen.lineTo(4, -4); pen.stroke(); }
}
