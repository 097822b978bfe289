/** Copies: passage F1 on generated edits, the two real pages, false copies on unrelated reports of one topic. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { sharedLength } from "../../src/base/index.ts";
import type { Span } from "../../src/base/types.ts";
import type { Linking } from "../../src/linking/index.ts";
import type { Figure } from "../types.ts";
import { copyCases, EDITS, type TruePassage } from "./edited-copies.ts";
import { ownTexts } from "./own-texts.ts";
import { bareReport, basilReports } from "./readers.ts";

/** Least overlap (intersection over union) of a found passage with the true one, on both sides. */
const OVERLAP = 0.5;

const SEEDS = [7, 8, 9];

interface Tally {
  found: number;
  truth: number;
  right: number;
}

const f1 = ({ found, truth, right }: Tally) => (found + truth === 0 ? 1 : (2 * right) / (found + truth));

/** Passage F1 by kind of edit and strength. */
export function scoreEdits(linking: Linking, show?: (line: string) => void): Map<string, Tally> {
  const tallies = new Map<string, Tally>();
  const texts = ownTexts();
  for (const each of SEEDS.flatMap((seed) => copyCases(texts, seed))) {
    const earlier = bareReport("a", each.earlier, null);
    const later = bareReport("b", each.later, null);
    const found = linking
      .findCopies(earlier, later)
      .map((copy) => ({ earlier: copy.earlier, later: copy.later }));
    const right = countRight(found, each.passages);
    for (const name of [`${each.edit}-${each.strength}`, each.edit === "verbatim" ? "verbatim" : "edited"]) {
      const tally = tallies.get(name) ?? { found: 0, truth: 0, right: 0 };
      tally.found += found.length;
      tally.truth += each.passages.length;
      tally.right += right;
      tallies.set(name, tally);
    }
    if (show !== undefined && right < Math.max(found.length, each.passages.length)) {
      show(`\n== ${each.edit}-${each.strength}`);
      for (const { earlier: from, later: to } of each.passages)
        show(
          `  true  ${each.later.slice(to.start, to.end)}\n     <- ${each.earlier.slice(from.start, from.end)}`,
        );
      for (const { earlier: from, later: to } of found)
        show(
          `  found ${each.later.slice(to.start, to.end)}\n     <- ${each.earlier.slice(from.start, from.end)}`,
        );
    }
  }
  return tallies;
}

function countRight(found: readonly TruePassage[], truth: readonly TruePassage[]): number {
  const left = new Set(truth);
  let right = 0;
  for (const passage of found) {
    const match = [...left].find(
      (each) =>
        overlap(each.later, passage.later) >= OVERLAP && overlap(each.earlier, passage.earlier) >= OVERLAP,
    );
    if (match === undefined) continue;
    left.delete(match);
    right++;
  }
  return right;
}

function overlap(a: Span, b: Span): number {
  const shared = sharedLength(a, b);
  return shared / (a.end - a.start + b.end - b.start - shared);
}

/** Share of pairs of reports on different happenings in which a copy is found. */
export function falseCopies(linking: Linking, data: string): { pairs: number; withCopy: number } {
  const reports = basilReports(data);
  let pairs = 0;
  let withCopy = 0;
  for (const [number, { report, gold }] of reports.entries()) {
    for (const other of reports.slice(0, number)) {
      if (other.gold === gold) continue;
      pairs++;
      if (linking.findCopies(other.report, report).length > 0) withCopy++;
    }
  }
  return { pairs, withCopy };
}

export function measureCopies(linking: Linking, data: string): Figure[] {
  const tallies = scoreEdits(linking);
  const figures: Figure[] = [
    share("linking/copies-verbatim-f1", f1(tallies.get("verbatim")!)),
    share("linking/copies-edited-f1", f1(tallies.get("edited")!)),
  ];
  for (const edit of EDITS.slice(1)) {
    const three = [1, 2, 3].map((strength) => tallies.get(`${edit}-${strength}`)!);
    figures.push(share(`linking/copies-${edit}-f1`, Math.min(...three.map(f1))));
  }
  const folder = `${data}/../reports`;
  if (existsSync(folder)) {
    const [a, b] = readdirSync(folder)
      .filter((name) => name.endsWith(".txt"))
      .sort()
      .map((name) => bareReport(name, readFileSync(`${folder}/${name}`, "utf8"), null));
    const copies = linking.findCopies(b!, a!);
    const exact = copies.filter(
      (copy) => copy.kind === "verbatim" && copy.later.end - copy.later.start === 250,
    );
    figures.push(share("linking/copies-real-pages", copies.length === 1 && exact.length === 1 ? 1 : 0));
  }
  const { pairs, withCopy } = falseCopies(linking, data);
  figures.push({ ...share("linking/copies-false", withCopy / pairs), higherIsBetter: false });
  return figures;
}

function share(name: string, value: number): Figure {
  return { name, value, unit: "", higherIsBetter: true };
}
