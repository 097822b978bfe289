/** The form of a decision as every `--json` prints it, and the way back for `decisions import`. */
import type { DecisionInput, DecisionLine } from "../../record/types.ts";

/** A decision as JSON Lines hold it. */
export type DecisionJson = ReturnType<typeof decisionJson>;

/** The decision as an object ready for JSON. */
export function decisionJson({ id, kind, verdict, a, b, value, note, decidedAt }: DecisionLine) {
  return { id, kind, verdict, a, b, value, note, decided_at: decidedAt };
}

/** The decision in the object; null where it is none. */
export function decisionOfJson(value: unknown): DecisionInput | null {
  if (typeof value !== "object" || value === null) return null;
  const { kind, verdict, a, b, value: given, note } = value as Record<string, unknown>;
  if (typeof a !== "string") return null;
  const why = typeof note === "string" ? note : null;
  if ((kind === "story" || kind === "event") && (verdict === "join" || verdict === "split"))
    return typeof b === "string" ? { kind, verdict, a, b, note: why } : null;
  if (kind !== "mention") return null;
  if (verdict === "no-event") return { kind, verdict, a, note: why };
  const code = given as { event?: unknown; mode?: unknown } | null;
  if (verdict !== "code" || typeof code?.event !== "string" || !Array.isArray(code.mode)) return null;
  return { kind, verdict, a, value: code as Extract<DecisionInput, { verdict: "code" }>["value"], note: why };
}
