/**
 * The four quads and what stands for each: a name, a colour, a shape and a side,
 * so that nothing hangs on colour alone. Cooperation is a circle above the line,
 * conflict a diamond below; what is only said is hollow, what is done is full.
 */
export type QuadName =
  | "verbal-cooperation"
  | "material-cooperation"
  | "verbal-conflict"
  | "material-conflict";

export interface Quad {
  readonly code: number;
  readonly name: QuadName;
  readonly label: string;
  readonly cooperation: boolean;
  readonly material: boolean;
}

export const QUADS: readonly Quad[] = [
  { code: 1, name: "verbal-cooperation", label: "verbal cooperation", cooperation: true, material: false },
  { code: 2, name: "material-cooperation", label: "material cooperation", cooperation: true, material: true },
  { code: 3, name: "verbal-conflict", label: "verbal conflict", cooperation: false, material: false },
  { code: 4, name: "material-conflict", label: "material conflict", cooperation: false, material: true },
];

/** The quad with this code (1 to 4). */
export function quadOf(code: number): Quad {
  return QUADS[code - 1] ?? QUADS[0]!;
}
