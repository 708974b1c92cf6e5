// The map of one record, drawn when it comes into sight, and printing.
import { openMap } from "./map.js";

document.getElementById("print")?.addEventListener("click", () => print());

for (const box of document.querySelectorAll(".map[data-features]")) {
  new IntersectionObserver(async ([seen], watch) => {
    if (!seen.isIntersecting) return;
    watch.disconnect();
    const features = await (await fetch(box.dataset.features)).json();
    const map = await openMap(box, { onChoose: ({ event }) => { if (event && !location.pathname.endsWith(event)) location.href = `/events/${event}`; } });
    map?.show("cells", features);
    map?.fit(features);
  }).observe(box);
}
