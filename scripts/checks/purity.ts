/**
 * Source files of the pure rooms in, places where they read the clock, chance
 * or the environment out. Imports are imports.ts's business.
 */
import type { Finding, TreeFile } from "./finding.ts";
import { ROOMS } from "./rooms.ts";
import { scanSource } from "./scan-source.ts";

const IMPURE = [
  "Date . now",
  "new Date ( )",
  "Math . random",
  "crypto . randomUUID",
  "performance . now",
  "process .",
  "fetch (",
  "setTimeout (",
  "setInterval (",
].map((words) => words.split(" "));

/** Where a file of a pure room reads the world. */
export function checkPurity(file: TreeFile): Finding[] {
  const room = ROOMS.find((each) => file.path.startsWith(`src/${each.name}/`));
  if (room?.pure !== true || /\.test\.ts$|\/testing\//.test(file.path)) return [];
  const tokens = scanSource(file.text);
  return tokens.flatMap((token, index) => {
    const hit = IMPURE.find(
      (words) =>
        tokens[index - 1]?.text !== "." &&
        words.every(
          (word, step) => tokens[index + step]?.text === word && tokens[index + step]?.kind !== "string",
        ),
    );
    if (hit === undefined) return [];
    return [
      { path: file.path, line: token.line, message: `${room.name} is pure, but reads ${hit.join("")}` },
    ];
  });
}
