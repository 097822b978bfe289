/**
 * `virtual:outlines`: the states of the world as paths of a flat map, with the
 * point where a circle for each of them stands. Made when the pages are built
 * from Natural Earth's smallest scale (world-atlas); the smallest states, which
 * it leaves out, have a point at their capital.
 */
import { readFileSync } from "node:fs";
import type { Plugin } from "vite";
import { equalEarth, MAP_HEIGHT, MAP_WIDTH } from "../src/logic/equal-earth.ts";
import { cutAtDateLine } from "./cut-at-date-line.ts";
import { readCapitals, readStates } from "./gazetteer.ts";
import { type Ring, readTopology, type Topology } from "./read-topology.ts";

const NAME = "virtual:outlines";

interface Outline {
  readonly code: string | null;
  readonly d: string;
  readonly x: number;
  readonly y: number;
}

/** The plugin for vite.config.ts. */
export function outlines(): Plugin {
  return {
    name: "chancery-outlines",
    resolveId: (id) => (id === NAME ? `\0${NAME}` : null),
    load: (id) => (id === `\0${NAME}` ? `export default ${JSON.stringify(makeOutlines())};` : null),
  };
}

/** All outlines with the size of the map that they lie on. */
export function makeOutlines() {
  const atlas: Topology = readJson("../../node_modules/world-atlas/countries-110m.json");
  const byHand: Record<string, string> = readJson("./outline-names.json");
  const codes = new Map(
    readStates().flatMap(({ code, name, otherNames }) => [name, ...otherNames].map((each) => [each, code])),
  );
  const found: Outline[] = readTopology(atlas, "countries").map(({ name, polygons }) => {
    const code = byHand[name] ?? codes.get(name) ?? null;
    const flat = polygons.flatMap((rings) =>
      rings.flatMap(cutAtDateLine).map((ring) => ring.map(([lon, lat]) => equalEarth(lon, lat))),
    );
    const [x, y] = middle([...flat].sort((a, b) => area(b) - area(a))[0]!);
    return { code, d: flat.map(path).join(""), x, y };
  });
  const drawn = new Set(found.map(({ code }) => code));
  const points = readCapitals()
    .filter(({ code }) => !drawn.has(code) && drawn.add(code))
    .map(({ code, lat, lon }) => {
      const [x, y] = equalEarth(lon, lat);
      return { code, d: "", x, y };
    });
  return { width: MAP_WIDTH, height: MAP_HEIGHT, outlines: [...found, ...points] };
}

function readJson(path: string) {
  return JSON.parse(readFileSync(new URL(path, import.meta.url), "utf8"));
}

/** Steps from point to point are shorter to write than the points. */
function path(ring: Ring): string {
  const points = ring.map(([x, y]) => [Math.round(x), Math.round(y)] as const);
  const steps = points.slice(1).map(([x, y], index) => `${x - points[index]![0]} ${y - points[index]![1]}`);
  const told = steps.filter((step) => step !== "0 0");
  return told.length < 2 ? "" : `M${points[0]!.join(" ")}l${told.join(" ").replaceAll(" -", "-")}z`;
}

function area(ring: Ring): number {
  return (
    Math.abs(
      ring.reduce((sum, [x, y], index) => sum + x * next(ring, index)[1] - next(ring, index)[0] * y, 0),
    ) / 2
  );
}

/** The middle of the box around the ring: for a mark it is near enough. */
function middle(ring: Ring): readonly [number, number] {
  const xs = ring.map(([x]) => x);
  const ys = ring.map(([, y]) => y);
  const mean = (values: readonly number[]) =>
    Math.round((Math.min(...values) + Math.max(...values)) * 5) / 10;
  return [mean(xs), mean(ys)];
}

function next(ring: Ring, index: number): readonly [number, number] {
  return ring[(index + 1) % ring.length]!;
}
