/**
 * The cells of a row and a mention in, whether the right parties stand on the
 * right side out. Cells: `+` parts parties, `|` whole alternatives, `/`
 * alternatives of one sector, `-` none, `?` not judged (cases/README.md).
 */
import type { Actor, Mention } from "../../src/coding/types.ts";

/** The columns of a row that say who is who. */
export interface PartyCells {
  readonly actor_codes: string;
  readonly actor_sectors: string;
  readonly recipient_codes: string;
  readonly recipient_sectors: string;
}

/** Organisations have one code in a mention; these stand in PLOVER's own list. */
const FOLDED: Readonly<Record<string, string>> = { UNO: "IGO", EUR: "IGO", XKX: "KOS" };

const RECIPROCAL = new Set(["AGREE", "CONSULT", "SUPPORT", "COOPERATE", "RETREAT", "ASSAULT", "ACCUSE"]);

/** True where the mention's actors and recipients are the row's. In a reciprocal event whose row names all parties as actors the side of each is not judged. */
export function partiesRight(row: PartyCells, mention: Mention): boolean {
  const actor = codesOf(mention.actor);
  const recipient = codesOf(mention.recipient);
  const actors = alternatives(row.actor_codes);
  const recipients = alternatives(row.recipient_codes);
  if (actors.some((one) => same(one, actor)) && recipients.some((one) => same(one, recipient))) return true;
  if (!RECIPROCAL.has(mention.event)) return false;
  const together = new Set([...actor, ...recipient]);
  return recipients.some(isNone) && actors.some((one) => (one?.size ?? 0) > 1 && same(one, together));
}

/** Sectors right and sectors judged, over both sides; parties whose code was missed are left out. */
export function sectorsRight(row: PartyCells, mention: Mention): { right: number; judged: number } {
  const sides = [
    sectorSide(row.actor_codes, row.actor_sectors, mention.actor),
    sectorSide(row.recipient_codes, row.recipient_sectors, mention.recipient),
  ];
  return {
    right: sides[0]!.right + sides[1]!.right,
    judged: sides[0]!.judged + sides[1]!.judged,
  };
}

function sectorSide(codes: string, sectors: string, given: readonly Actor[]) {
  const found = codesOf(given);
  const readings = codes.split("|");
  const chosen = readings.findIndex((one) => same(alternatives(one)[0] ?? null, found));
  if (chosen < 0) return { right: 0, judged: 0 };
  const wanted = (sectors.split("|")[chosen] ?? "?").split("+");
  let right = 0;
  let judged = 0;
  readings[chosen]!.split("+").forEach((code, i) => {
    const allowed = (wanted[i] ?? "?").split("/");
    if (allowed.includes("?") || allowed.includes("-")) return;
    judged++;
    const actor = given.filter((one) => fold(one.code) === fold(code));
    if (actor.some((one) => one.sector !== null && allowed.includes(one.sector))) right++;
  });
  return { right, judged };
}

/** Each alternative as a set of codes; null where it is not judged. */
function alternatives(cell: string): readonly (ReadonlySet<string> | null)[] {
  return cell.split("|").map((one) => {
    if (one === "?") return null;
    return new Set(one === "-" ? [] : one.split("+").map((code) => fold(code) as string));
  });
}

function codesOf(actors: readonly Actor[]): ReadonlySet<string> {
  return new Set(actors.map((actor) => fold(actor.code)).filter((code) => code !== null));
}

function fold(code: string | null): string | null {
  return code === null ? null : (FOLDED[code] ?? code);
}

const isNone = (one: ReadonlySet<string> | null): boolean => one !== null && one.size === 0;

function same(wanted: ReadonlySet<string> | null, given: ReadonlySet<string>): boolean {
  return wanted === null || (wanted.size === given.size && [...wanted].every((code) => given.has(code)));
}
