/** `chancery explain A B`: why two events, mentions, stories or reports are one, or are not. */
import { explainLink } from "../../../pipeline/index.ts";
import { linkReasonJson } from "../../json/link-reason-json.ts";
import { withLinkedRecord } from "../linked-record.ts";
import type { GlobalOptions } from "../options.ts";
import { fit } from "../show/printable.ts";
import type { Terminal } from "../terminal.ts";

/** What counts for less would show as nothing. */
const LEAST_SHOWN = 0.005;

export async function explainLinkCommand(
  one: string,
  other: string,
  options: GlobalOptions & { readonly json?: boolean },
  terminal: Terminal,
): Promise<number> {
  return await withLinkedRecord(options, terminal, async (record) => {
    const found = await explainLink(record, one, other);
    if (options.json) {
      await terminal.out(`${JSON.stringify(linkReasonJson(found))}\n`);
      return 0;
    }
    const { kind, a, b, reason, together } = found;
    const { paint } = terminal;
    const verdict = reason.joined ? "belong together" : "do not belong together";
    await terminal.out(`${paint.bold(`${a} and ${b} ${verdict}`)}  ${reason.reason}\n`);
    const sign = reason.score >= reason.threshold ? "≥" : "<";
    await terminal.out(
      `score ${reason.score.toFixed(3)} ${sign} ${reason.threshold}; in the record they are ${together ? "" : "not "}of one ${kind}.\n\n`,
    );
    const weighed = Object.entries(reason.features)
      .map(([name, value]) => ({ name, value, weight: reason.weights[name] ?? 0 }))
      .filter(({ value, weight }) => Math.abs(value * weight) >= LEAST_SHOWN)
      .sort((x, y) => Math.abs(y.value * y.weight) - Math.abs(x.value * x.weight));
    await terminal.out(paint.dim(`${fit("feature", 26)}   value  weight  counts\n`));
    for (const { name, value, weight } of weighed) {
      const figures = [value, weight, value * weight].map((each) => each.toFixed(2).padStart(7)).join(" ");
      await terminal.out(`${fit(name, 26)} ${figures}\n`);
    }
    if (reason.joined !== together)
      await terminal.out(
        together
          ? "\nOther ties, or the rest of the group, hold them together.\n"
          : "\nThe rest of their groups does not fit together.\n",
      );
    return 0;
  });
}
