/**
 * Figures and floors in, verdicts and new floors out. A floor goes up by
 * itself and down only with a decision; figures on another corpus, and speeds
 * on another machine, get no verdict. A floor moves to another corpus by
 * itself where the figure there is no lower.
 */
import type { Floor, Floors } from "../scripts/checks/figures.ts";
import type { Figure } from "./types.ts";

/** Where and when the figures were measured. */
export interface Occasion {
  /** First 16 digits of the corpus's SHA-256; "" where none is read. */
  readonly corpus: string;
  /** `YYYY-MM-DD`. */
  readonly date: string;
  readonly machine: string;
}

export type Verdict = "below floor" | "holds" | "better" | "no floor" | "other corpus" | "other machine";

export interface Judged {
  readonly figure: Figure;
  readonly floor: Floor | null;
  readonly verdict: Verdict;
}

/** Share by which times and speeds may miss their floor where a figure names no margin: two cores, shared by others,
 * give the same work up to seven tenths more time (decision 0031). */
const SPEED_MARGIN = 0.7;
const SPEED_UNIT = /(?:^|\/)(?:s|ms)\b/;

/** A figure that moves by less than this share of its floor has not moved: floors are kept to six digits. */
const STILL = 1e-5;

/** The verdict on one figure. */
export function judge(figure: Figure, floors: Floors, occasion: Occasion): Judged {
  const floor = floors[figure.name] ?? null;
  return { figure, floor, verdict: floor === null ? "no floor" : compare(figure, floor, occasion) };
}

function compare(figure: Figure, floor: Floor, occasion: Occasion): Verdict {
  if ((floor.corpus ?? "") !== occasion.corpus) return "other corpus";
  const margin = marginOf(figure);
  if (margin > 0 && floor.machine !== occasion.machine) return "other machine";
  const gain = gainOf(figure, floor);
  if (gain < -Math.abs(floor.value) * Math.max(margin, STILL)) return "below floor";
  return gain > Math.abs(floor.value) * Math.max(margin, STILL) ? "better" : "holds";
}

function marginOf({ margin, unit }: Figure): number {
  return margin ?? (SPEED_UNIT.test(unit) ? SPEED_MARGIN : 0);
}

/** How much better the figure is than the floor. */
function gainOf(figure: Figure, floor: Floor): number {
  return (figure.value - floor.value) * (figure.higherIsBetter ? 1 : -1);
}

/** The floors after an update: new ones added, better ones raised, worse ones only with `decision`. */
export function raiseFloors(
  floors: Floors,
  figures: readonly Figure[],
  occasion: Occasion,
  decision: string | null,
): Floors {
  const raised: Record<string, Floor> = { ...floors };
  for (const figure of figures) {
    const { verdict } = judge(figure, floors, occasion);
    if (verdict === "holds" || (verdict === "below floor" && decision === null)) continue;
    if (verdict === "other corpus" && decision === null && gainOf(figure, floors[figure.name]!) < 0) continue;
    raised[figure.name] = {
      value: Number(figure.value.toPrecision(6)),
      unit: figure.unit,
      higherIsBetter: figure.higherIsBetter,
      ...(figure.best === undefined ? {} : { best: figure.best }),
      ...(occasion.corpus === "" ? {} : { corpus: occasion.corpus }),
      date: occasion.date,
      machine: occasion.machine,
      ...(marginOf(figure) === 0 ? {} : { margin: marginOf(figure) }),
      ...(verdict === "below floor" ? { decision: decision! } : {}),
    };
  }
  return Object.fromEntries(Object.entries(raised).sort(([a], [b]) => (a < b ? -1 : 1)));
}
