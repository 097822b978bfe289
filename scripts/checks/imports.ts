/**
 * Source files in, imports that break the order of the rooms out.
 * A room is a folder directly under src/; files directly under src/ count as
 * views. Follows DESIGN section 2: imports point left, stages see of each other
 * only types.ts, pipeline alone calls their index.ts.
 */
import type { Finding, TreeFile } from "./finding.ts";
import { ROOMS, type Room } from "./rooms.ts";
import { type SourceToken, scanSource } from "./scan-source.ts";

/** Every import, re-export and dynamic import of a source, with its line. */
export function importsOf(
  tokens: readonly SourceToken[],
): { readonly target: string; readonly line: number }[] {
  return tokens.flatMap((token, index) => {
    if (token.kind !== "string") return [];
    const before = tokens[index - 1]?.text;
    const dynamic = before === "(" && tokens[index - 2]?.text === "import";
    return before === "from" || before === "import" || dynamic
      ? [{ target: token.text, line: token.line }]
      : [];
  });
}

/** What the imports of one file break. */
export function checkImports(file: TreeFile): Finding[] {
  const room = roomOf(file.path);
  if (room === null) return [];
  const isTest = /\.test\.ts$|\/testing\//.test(file.path);
  return importsOf(scanSource(file.text)).flatMap(({ target, line }) => {
    const message = target.startsWith(".")
      ? relativeFault(file.path, room, target, isTest)
      : packageFault(room, target, isTest);
    return message === null ? [] : [{ path: file.path, line, message }];
  });
}

function roomOf(path: string): Room | null {
  const match = /^src\/(?:([^/]+)\/)?[^/]/.exec(path);
  if (match === null) return null;
  return ROOMS.find((room) => room.name === (match[1] ?? "views")) ?? null;
}

function relativeFault(path: string, room: Room, target: string, isTest: boolean): string | null {
  if (!/\.(?:ts|js|json)$/.test(target)) return `import "${target}" lacks its extension`;
  const resolved = new URL(target, `file:///${path}`).pathname.slice(1);
  const other = roomOf(resolved);
  if (other === null) return isTest ? null : `src imports nothing outside src, but "${target}" is`;
  if (other === room) return null;
  if (ROOMS.indexOf(other) > ROOMS.indexOf(room)) {
    return `${room.name} may not import ${other.name}: imports point left`;
  }
  if (isTest || other.open || resolved === `src/${other.name}/types.ts`) return null;
  const doors = ["index.ts", ...other.sideDoors].map((file) => `src/${other.name}/${file}`);
  if (doors.includes(resolved) && room.calls.includes(other.name)) return null;
  const may = room.calls.includes(other.name) ? "index.ts and types.ts" : "types.ts";
  return `${room.name} sees of ${other.name} only ${may}, not ${resolved}`;
}

function packageFault(room: Room, target: string, isTest: boolean): string | null {
  if (isTest) return null;
  if (target.startsWith("node:")) {
    return room.builtins === "all" || room.builtins.includes(target)
      ? null
      : `${room.name} may not use ${target}: the world is an argument there`;
  }
  const name = target.startsWith("@") ? target.split("/").slice(0, 2).join("/") : target.split("/")[0]!;
  return room.packages.includes(name) ? null : `${room.name} may not use the package ${name}`;
}
