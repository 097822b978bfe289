/**
 * A TopoJSON file to polygons of longitude and latitude: arcs are kept once, as
 * steps on a grid, and a ring names the arcs that it follows, backwards where
 * the number is negative.
 * @see https://github.com/topojson/topojson-specification
 */
export type Ring = readonly (readonly [number, number])[];

export interface Topology {
  readonly transform: {
    readonly scale: readonly [number, number];
    readonly translate: readonly [number, number];
  };
  readonly arcs: readonly Ring[];
  readonly objects: Readonly<Record<string, { readonly geometries: readonly Geometry[] }>>;
}

interface Geometry {
  readonly type: string;
  readonly arcs: readonly (readonly number[])[] | readonly (readonly (readonly number[])[])[];
  readonly properties: { readonly name: string };
}

/** Each shape of an object with its name; a polygon is its rings, the outer one first. */
export function readTopology(topology: Topology, object: string) {
  const arcs = topology.arcs.map((arc) => unpack(arc, topology.transform));
  return (topology.objects[object]?.geometries ?? []).map(({ type, arcs: numbers, properties }) => {
    const polygons = (
      type === "Polygon" ? [numbers] : numbers
    ) as readonly (readonly (readonly number[])[])[];
    return {
      name: properties.name,
      polygons: polygons.map((rings) => rings.map((ring) => joined(ring, arcs))),
    };
  });
}

function unpack(arc: Ring, { scale, translate }: Topology["transform"]): Ring {
  let [x, y] = [0, 0];
  return arc.map(([dx, dy]) => {
    x += dx;
    y += dy;
    return [x * scale[0] + translate[0], y * scale[1] + translate[1]] as const;
  });
}

/** Arcs one after the other; the last point of one is the first of the next. */
function joined(ring: readonly number[], arcs: readonly Ring[]): Ring {
  return ring.flatMap((number) => {
    const arc = number < 0 ? [...arcs[~number]!].reverse() : arcs[number]!;
    return arc.slice(0, -1);
  });
}
