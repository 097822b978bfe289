/** A page's pieces in, the element that holds the report out, and the elements that hold its paragraphs. */
import type { ElementNode } from "./dom.ts";
import { namesOf } from "./html-meta.ts";
import type { Piece } from "./html-pieces.ts";
import type { PageRules } from "./page-rules.ts";

/** Least length of a paragraph that counts towards its element's weight, in characters. */
const RUNNING_TEXT = 60;
/** Elements above a paragraph that it weighs for. */
const REACH = 5;
/** Running text from which another element of the same class holds a part of the report, in characters. */
const PART_TEXT = 60;

export interface ArticlePlace {
  /** Holds the report whole; null where it is the page itself. */
  readonly article: ElementNode | null;
  /** Hold its paragraphs. */
  readonly cores: ReadonlySet<ElementNode>;
}

/** Where the report stands among the pieces. */
export function articlePlace(pieces: readonly Piece[], rules: PageRules): ArticlePlace {
  const direct = new Map<ElementNode, number>();
  const paths = new Map<ElementNode, readonly ElementNode[]>();
  for (const piece of pieces) {
    const running = runningOf(piece);
    const at = holderOf(piece);
    if (running === 0 || at === -1) continue;
    const holder = piece.path[at]!;
    direct.set(holder, (direct.get(holder) ?? 0) + running);
    if (!paths.has(holder)) paths.set(holder, piece.path.slice(0, at + 1));
  }
  const heavy = widened(heaviest(pieces, rules), pieces, direct, rules);
  if (heavy === null) return { article: null, cores: new Set() };
  const held = [...direct].filter(([element]) => paths.get(element)!.includes(heavy));
  const core = held.reduce<[ElementNode, number] | null>(
    (best, each) => (best === null || each[1] > best[1] ? each : best),
    null,
  )?.[0];
  if (core === undefined) return { article: heavy, cores: new Set() };
  const same = [...direct].filter(
    ([element, length]) => length >= PART_TEXT && isSame(element, core) && near(paths, element, core),
  );
  const cores = new Set([core, ...same.map(([element]) => element)]);
  return { article: common([heavy, ...cores], paths, heavy), cores };
}

/** Levels up to which an element named as the report's own is looked for. */
const UP = 5;

/** The element named as the report's own around the heavy one, where it holds paragraphs beside it. */
function widened(
  heavy: ElementNode | null,
  pieces: readonly Piece[],
  direct: ReadonlyMap<ElementNode, number>,
  rules: PageRules,
): ElementNode | null {
  if (heavy === null || isNamed(heavy, rules)) return heavy;
  const path = pieces.find((piece) => piece.path.includes(heavy))?.path ?? [];
  const at = path.indexOf(heavy);
  const around = path.slice(Math.max(0, at - UP), at).toReversed();
  return around.find((element) => direct.has(element) && isNamed(element, rules)) ?? heavy;
}

function isNamed(element: ElementNode, rules: PageRules): boolean {
  return element.name === "article" || rules.classKinds(namesOf(element)).has("article-class");
}

function runningOf({ text, linked, hint }: Piece): number {
  const running = text.length - linked;
  return running < RUNNING_TEXT || hint === "related" || hint === "boilerplate" || hint === "caption"
    ? 0
    : running;
}

/** Index in a piece's path of the element that holds the paragraph; -1 where none does. */
export function holderOf({ path }: Piece): number {
  for (let k = path.length - 1; k >= 0; k--) if (path[k]!.name !== "p") return k;
  return -1;
}

/** Two elements that the page builds alike: one name, one class. */
function isSame(element: ElementNode, core: ElementNode): boolean {
  const names = element.attributes.class;
  return names !== undefined && names !== "" && names === core.attributes.class && element.name === core.name;
}

/** Levels up to which two parts of one report may part. */
const NEAR = 4;

function near(
  paths: ReadonlyMap<ElementNode, readonly ElementNode[]>,
  element: ElementNode,
  core: ElementNode,
): boolean {
  const [a, b] = [paths.get(element)!, paths.get(core)!];
  let k = 0;
  while (k < a.length && a[k] === b[k]) k++;
  return b.length - k <= NEAR && a.length === b.length;
}

/** The innermost element around all of these. */
function common(
  elements: readonly ElementNode[],
  paths: ReadonlyMap<ElementNode, readonly ElementNode[]>,
  heavy: ElementNode,
): ElementNode {
  const around = elements.flatMap((element) => paths.get(element) ?? []);
  if (around.length === 0) return heavy;
  const lines = elements.map((element) => paths.get(element)).filter((path) => path !== undefined);
  const [first] = lines;
  let best = heavy;
  for (let k = first!.length - 1; k >= 0; k--) {
    const element = first![k]!;
    if (!lines.every((path) => path[k] === element)) continue;
    best = element;
    break;
  }
  // The heavy element holds the core: the wider of the two is taken.
  const path = lines.find((each) => each.includes(heavy)) ?? [];
  return path.includes(best) && path.indexOf(best) < path.indexOf(heavy) ? best : heavy;
}

/** The element with most running text: each paragraph weighs fully for its parent, half and a quarter above. */
function heaviest(pieces: readonly Piece[], rules: PageRules): ElementNode | null {
  const weights = new Map<ElementNode, number>();
  for (const piece of pieces) {
    const running = runningOf(piece);
    if (running === 0) continue;
    const { path } = piece;
    let share = 1;
    for (let k = path.length - 1; k >= Math.max(0, path.length - REACH); k--) {
      const element = path[k]!;
      if (element.name === "p") continue;
      const named = isNamed(element, rules);
      weights.set(element, (weights.get(element) ?? 0) + running * share * (named ? 1.5 : 1));
      share /= 2;
    }
  }
  let best: ElementNode | null = null;
  for (const [element, weight] of weights) if (best === null || weight > weights.get(best)!) best = element;
  return best === null || best.name === "" || best.name === "html" ? null : best;
}
