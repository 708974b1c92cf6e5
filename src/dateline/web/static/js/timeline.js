// Events by time as bars, what is sure full and what only may be then hatched; a stretch that is dragged over is chosen.
export function openTimeline(box, onChoose) {
  let chart = null;
  let data = null;
  const draw = () => {
    chart?.destroy();
    chart = data ? made(box, data, onChoose) : null;
  };
  new ResizeObserver(() => {
    if (chart && chart.width !== box.clientWidth) chart.setSize({ width: box.clientWidth, height: box.clientHeight });
  }).observe(box);
  document.addEventListener("themechange", draw);
  return {
    show(found, chosen) { data = found.first.length ? { ...found, chosen } : null; draw(); },
  };
}

function made(box, data, onChoose) {
  const { uPlot } = globalThis;
  const style = getComputedStyle(box);
  const colour = (name) => { box.style.color = `var(--${name})`; const found = getComputedStyle(box).color; box.style.color = ""; return found; };
  const [accent, ink, line] = ["accent", "ink-2", "line"].map(colour);
  const seconds = data.first.map((day) => Date.parse(`${day}T00:00:00Z`) / 1000);
  const both = data.sure.map((sure, at) => sure + data.may[at]);
  const bars = uPlot.paths.bars({ size: [0.86, 40], align: 1 });
  const axis = { stroke: ink, grid: { stroke: line, width: 1 }, ticks: { show: false }, font: `11px ${style.fontFamily}` };
  return new uPlot({
    width: box.clientWidth, height: box.clientHeight, padding: [4, 8, 0, 0], legend: { show: false }, tzDate: (at) => uPlot.tzDate(new Date(at * 1000), "UTC"),
    cursor: { y: false, drag: { x: true, y: false, setScale: false }, points: { show: false } },
    scales: { x: { range: (_, low) => [low, Date.parse(`${data.last.at(-1)}T24:00:00Z`) / 1000] }, y: { range: (_, __, most) => [0, Math.max(1, most)] } },
    axes: [{ ...axis, size: 22, space: 70 }, { ...axis, size: 34, space: 28, incrs: [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10000, 20000, 50000, 100000, 200000, 500000] }],
    series: [{}, { fill: hatched(accent), stroke: accent, width: 1, paths: bars, points: { show: false } }, { fill: accent, paths: bars, points: { show: false } }],
    hooks: {
      drawClear: [(chart) => shade(chart, data, accent)],
      setSelect: [(chart) => {
        if (chart.select.width < 3) return;
        const ends = [chart.select.left, chart.select.left + chart.select.width].map((at) => chart.posToVal(at, "x"));
        chart.setSelect({ left: 0, width: 0, top: 0, height: 0 }, false);
        choose(data, seconds, ends, onChoose);
      }],
    },
  }, [seconds, both, data.sure], box);
}

function choose(data, seconds, [low, high], onChoose) {
  const first = Math.max(0, seconds.findLastIndex((at) => at <= low));
  const last = Math.max(first, seconds.findLastIndex((at) => at <= high));
  onChoose(data.first[first], data.last[last]);
}

function shade(chart, { chosen }, accent) {
  if (!chosen?.since && !chosen?.until) return;
  const { left, top, width, height } = chart.bbox;
  const at = (day, end, otherwise) => day ? chart.valToPos(Date.parse(`${day}T${end}Z`) / 1000, "x", true) : otherwise;
  const from = Math.max(left, at(chosen.since, "00:00:00", left));
  const to = Math.min(left + width, at(chosen.until, "24:00:00", left + width));
  chart.ctx.save();
  chart.ctx.globalAlpha = 0.14;
  chart.ctx.fillStyle = accent;
  chart.ctx.fillRect(from, top, Math.max(0, to - from), height);
  chart.ctx.restore();
}

function hatched(colour) {
  const tile = Object.assign(document.createElement("canvas"), { width: 8, height: 8 });
  const pen = tile.getContext("2d");
  pen.strokeStyle = colour;
  pen.lineWidth = 1.2;
  for (const start of [-8, 0, 8]) { pen.beginPath(); pen.moveTo(start, 8); pen.lineTo(start + 8, 0); pen.stroke(); }
  return pen.createPattern(tile, "repeat");
}
