/** The form of a line of `counts` as every `--json` prints it: only what is told apart, then the figures. */
import type { CountLine, CountPeriod } from "../../record/types.ts";

/** A count as JSON Lines hold it. */
export type CountJson = ReturnType<typeof countJson>;

/** The line as an object ready for JSON; its time stands under the name of the period. */
export function countJson(line: CountLine, period: CountPeriod | null) {
  const { period: at, actor, recipient, type, ...figures } = line;
  return {
    ...(period === null ? {} : { [period]: at }),
    ...(actor === null ? {} : { actor }),
    ...(recipient === null ? {} : { recipient }),
    ...(type === null ? {} : { type }),
    ...figures,
  };
}
