// Bundles src/ into the one file that pages load. The same sources give the same bytes; the first line names their hash.

import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const here = dirname(fileURLToPath(import.meta.url));
const target = process.argv[2] ?? join(here, "..", "timeline", "web", "static");
const bundled = JSON.parse(readFileSync(join(here, "package.json"))).dependencies;

/** SHA-256 over the names and contents of what the bundle is made from; tests/test_frontend.py counts the same. */
function fingerprint() {
  const names = ["build.js", "package-lock.json", "package.json", ...readdirSync(join(here, "src")).map((name) => `src/${name}`)];
  const hash = createHash("sha256");
  for (const name of names.sort()) hash.update(`${name}\0`).update(readFileSync(join(here, name))).update("\0");
  return hash.digest("hex");
}

/** The licences of every package that is in the bundle. */
function licences(inputs) {
  const packages = new Set(Object.keys(inputs).map((path) => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1]).filter(Boolean));
  return [...packages].sort().map((name) => {
    const folder = join(here, "node_modules", name);
    const { version, license } = JSON.parse(readFileSync(join(folder, "package.json")));
    const file = readdirSync(folder).find((each) => /^licen[cs]e/i.test(each));
    return `${name} ${version} (${license})\n\n${readFileSync(join(folder, file), "utf8").trim()}\n`;
  });
}

const banner =
  `/*! event-timeline, MIT · with ${Object.keys(bundled).join(", ")}, see event-timeline.LICENSES.txt · ` +
  `made by ./run.sh frontend from sources sha256:${fingerprint()} */`;
const { metafile } = await build({
  entryPoints: [join(here, "src/index.js")],
  outfile: join(target, "event-timeline.js"),
  absWorkingDir: here,
  bundle: true,
  minify: true,
  format: "iife",
  target: ["chrome111", "firefox115", "safari16.4"],
  charset: "utf8",
  loader: { ".css": "text" },
  legalComments: "none",
  banner: { js: banner },
  metafile: true,
  logLevel: "warning",
});
writeFileSync(join(target, "event-timeline.LICENSES.txt"), licences(metafile.inputs).join("\n---\n\n"));
