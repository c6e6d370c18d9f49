// Copies Leaflet and its licence, and writes the outlines of countries as GeoJSON: id ISO 3166 alpha-2, two decimals.
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import countries from "i18n-iso-countries";
import { feature } from "topojson-client";

const require = createRequire(import.meta.url);
const into = new URL("../../timeline/web/static/map/", import.meta.url);
const UNNUMBERED = { Kosovo: "XK" };

const rounded = (part) => (Array.isArray(part) ? part.map(rounded) : Math.round(part * 100) / 100);

function outline({ id, properties, geometry }) {
  const code = countries.numericToAlpha2(id) ?? UNNUMBERED[properties.name];
  return { type: "Feature", id: code, properties: {}, geometry: { ...geometry, coordinates: rounded(geometry.coordinates) } };
}

const atlas = JSON.parse(readFileSync(require.resolve("world-atlas/countries-110m.json")));
const features = feature(atlas, atlas.objects.countries).features.map(outline);

mkdirSync(into, { recursive: true });
for (const name of ["leaflet.js", "leaflet.css"]) {
  const text = readFileSync(require.resolve(`leaflet/dist/${name}`), "utf8");
  writeFileSync(new URL(name, into), text.replace(/\n?\/\/# sourceMappingURL=.*/, "").trimEnd() + "\n");
}
writeFileSync(new URL("countries.json", into), JSON.stringify({ type: "FeatureCollection", features }) + "\n");
copyFileSync(require.resolve("leaflet/LICENSE"), new URL("leaflet.LICENSE.txt", into));
copyFileSync(require.resolve("world-atlas/LICENSE"), new URL("world-atlas.LICENSE.txt", into));
