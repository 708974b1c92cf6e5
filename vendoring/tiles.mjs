// Cuts GeoJSON layers into vector tiles. In: a JSON file of {file, layer, first, last}[]. Out: z/x/y.pbf under a folder.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
const require = createRequire(process.cwd() + "/");
const geojsonvt = (await import(require.resolve("geojson-vt"))).default;
const vtpbf = require("vt-pbf");

const [plan, target] = process.argv.slice(2);
const layers = JSON.parse(readFileSync(plan, "utf8"));
const deepest = Math.max(...layers.map((layer) => layer.last));
for (const layer of layers) {
  const data = JSON.parse(readFileSync(layer.file, "utf8"));
  layer.index = geojsonvt(data, {
    maxZoom: deepest + 2, indexMaxZoom: deepest, indexMaxPoints: 0, tolerance: 4, buffer: 64, extent: 4096,
  });
}
let count = 0;
for (let z = 0; z <= deepest; z++) {
  for (let x = 0; x < 2 ** z; x++) {
    for (let y = 0; y < 2 ** z; y++) {
      const found = {};
      for (const { layer, first, last, index } of layers) {
        const tile = z >= first && z <= last ? index.getTile(z, x, y) : null;
        if (tile && tile.features.length) found[layer] = tile;
      }
      if (Object.keys(found).length === 0) continue;
      mkdirSync(`${target}/${z}/${x}`, { recursive: true });
      writeFileSync(`${target}/${z}/${x}/${y}.pbf`, vtpbf.fromGeojsonVt(found, { version: 2, extent: 4096 }));
      count++;
    }
  }
}
process.stdout.write(`${count} tiles\n`);
