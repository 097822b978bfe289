/**
 * The rooms of src/ from left to right, with what each may use.
 * The order is the data's way (DESIGN section 2); a new package or builtin in a
 * room is a decision (docs/decisions), not an edit in passing.
 */
export interface Room {
  readonly name: string;
  /** True where every file may be imported from rooms to the right, not only its types. */
  readonly open: boolean;
  /** Rooms whose index.ts it may import. */
  readonly calls: readonly string[];
  /** Files beside index.ts and types.ts that rooms which call it may import: parts that are loaded apart, so that a
   * command that needs no model starts in an instant. */
  readonly sideDoors: readonly string[];
  /** npm packages that it may import. */
  readonly packages: readonly string[];
  /** Node's modules that it may import. */
  readonly builtins: readonly string[] | "all";
  /** True where neither clock, randomness nor environment may be read. */
  readonly pure: boolean;
}

function room(name: string, own: Partial<Omit<Room, "name">> = {}): Room {
  return { name, open: false, calls: [], sideDoors: [], packages: [], builtins: [], pure: false, ...own };
}

const STAGES = ["sources", "reading", "language", "coding", "linking"];

export const ROOMS: readonly Room[] = [
  room("base", { open: true, builtins: ["node:crypto"], pure: true }),
  room("knowledge", { open: true, builtins: ["node:fs", "node:url", "node:path", "node:zlib"] }),
  room("sources", {
    sideDoors: ["fetch/create-fetcher.ts", "parsers.ts"],
    packages: ["htmlparser2", "ipaddr.js", "undici", "unpdf"],
    builtins: "all",
  }),
  room("reading", { packages: ["htmlparser2", "domhandler"], pure: true }),
  room("language", { sideDoors: ["entities/index.ts"], pure: true }),
  room("coding", { sideDoors: ["actors/index.ts", "times/index.ts"], pure: true }),
  room("linking", { sideDoors: ["statements/index.ts"], pure: true }),
  room("record", { packages: ["kysely", "pg"], builtins: "all" }),
  room("pipeline", {
    calls: [...STAGES, "record"],
    sideDoors: ["version.ts", "steps.ts", "language.ts", "explain.ts"],
    builtins: "all",
  }),
  room("views", {
    calls: ["record", "pipeline"],
    packages: ["@hono/node-server", "commander", "csv-stringify", "hono", "picocolors", "zod"],
    builtins: "all",
  }),
];
