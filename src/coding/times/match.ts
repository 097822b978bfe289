/**
 * Atoms in, candidates out: every rule that fits, each at its longest. Patterns
 * are finite, so the work at one position is bounded and the whole is linear.
 */
import type { Calendar } from "./calendar.ts";
import { passesGuard } from "./guards.ts";
import { isDayLevel, isPeriod } from "./levels.ts";
import { lexemesAt } from "./lexemes.ts";
import { hasWords, mayMatch } from "./may-match.ts";
import type { Atom, Candidate, Captures, CompiledRule, Element, Lexeme } from "./types.ts";

/** The atoms of a sentence with their readings. */
export interface Lattice {
  readonly atoms: readonly Atom[];
  readonly lexemes: readonly (readonly Lexeme[])[];
}

/** The atoms with all readings that the calendar knows. */
export function latticeOf(atoms: readonly Atom[], calendar: Calendar): Lattice {
  return { atoms, lexemes: atoms.map((_, at) => lexemesAt(atoms, at, calendar)) };
}

/** All candidates of both strata, in order of their first counted atom, longest first. */
export function candidatesOf(lattice: Lattice, calendar: Calendar): Candidate[] {
  const [plainStarts, compoundStarts] = calendar.starts;
  const plain = scan(lattice, plainStarts);
  if (plain.length === 0) return [];
  const nested = lattice.lexemes.map((list) => [...list]);
  for (const candidate of plain) {
    const { from: at, to } = candidate;
    const add = (className: string) =>
      nested[at]!.push({ className, at, length: to - at, value: 0, candidate });
    if (isPeriod(candidate)) add("PERIOD");
    if (isDayLevel(candidate)) add("DATE");
  }
  const compound = scan({ ...lattice, lexemes: nested }, compoundStarts);
  return [...plain, ...compound].sort(
    (a, b) => a.from - b.from || b.to - a.to || widthOf(b) - widthOf(a) || a.rule.order - b.rule.order,
  );
}

/** Atoms looked at: of two equal readings the one that knows more of its surroundings wins. */
const widthOf = ({ first, last }: Candidate) => last - first;

function scan(lattice: Lattice, starts: ReadonlyMap<string, readonly CompiledRule[]>): Candidate[] {
  const found: Candidate[] = [];
  const { atoms, lexemes } = lattice;
  const find = (rule: CompiledRule, at: number) => {
    if (!mayMatch(rule.steps, lattice, at)) return;
    const candidate = longest(rule, lattice, at);
    if (candidate !== null) found.push(candidate);
  };
  for (let at = 0; at < atoms.length; at++) {
    const own = starts.get(atoms[at]!.lower) ?? NO_RULES;
    if (lexemes[at]!.length === 0) for (let k = 0; k < own.length; k++) find(own[k]!, at);
    else for (const rule of withReadings(own, starts, lexemes[at]!)) find(rule, at);
  }
  return found;
}

/** The rules that begin with the word and those that begin with one of its readings, each once. */
function withReadings(
  own: readonly CompiledRule[],
  starts: ReadonlyMap<string, readonly CompiledRule[]>,
  lexemes: readonly Lexeme[],
): ReadonlySet<CompiledRule> {
  const rules = new Set(own);
  for (const { className } of lexemes) {
    for (const rule of starts.get(className) ?? NO_RULES) rules.add(rule);
  }
  return rules;
}

const NO_RULES: readonly CompiledRule[] = [];

interface State {
  readonly at: number;
  readonly from: number;
  readonly to: number;
  readonly captures: Captures;
}

/** Steps still to take: a list and what follows it. */
interface Frame {
  readonly elements: readonly Element[];
  readonly index: number;
  readonly rest: Frame | null;
}

function longest(rule: CompiledRule, lattice: Lattice, first: number): Candidate | null {
  let best: Candidate | null = null;
  const finish = ({ at: last, from, to, captures }: State) => {
    const candidate = {
      rule,
      first,
      last,
      from: from === -1 ? first : from,
      to: to === -1 ? last : to,
      captures,
    };
    if (best !== null && best.last >= last) return;
    if (passesGuard(candidate, lattice)) best = candidate;
  };
  const frame = { elements: rule.elements, index: 0, rest: null };
  walk(frame, { at: first, from: -1, to: -1, captures: {} }, lattice, finish);
  return best;
}

function walk(frame: Frame | null, state: State, lattice: Lattice, finish: (state: State) => void): void {
  if (frame === null) {
    finish(state);
    return;
  }
  const element = frame.elements[frame.index];
  if (element === undefined) {
    walk(frame.rest, state, lattice, finish);
    return;
  }
  if (element.kind === "choice") {
    walkChoice(element, frame, state, lattice, finish);
    return;
  }
  const next = after(frame);
  if (element.kind === "open") {
    walk(next, { ...state, from: state.at }, lattice, finish);
    return;
  }
  if (element.kind === "close") {
    walk(next, { ...state, to: state.at }, lattice, finish);
    return;
  }
  walk({ elements: element.elements, index: 0, rest: next }, state, lattice, finish);
  walk(next, state, lattice, finish);
}

function after({ elements, index, rest }: Frame): Frame {
  return { elements, index: index + 1, rest };
}

/** The options of a step that the atoms allow; most allow none, so that nothing is made before one fits. */
function walkChoice(
  element: Extract<Element, { kind: "choice" }>,
  frame: Frame,
  state: State,
  lattice: Lattice,
  finish: (state: State) => void,
): void {
  const atom = lattice.atoms[state.at];
  if (atom === undefined || (element.glued && !atom.glued)) return;
  for (const option of element.options) {
    if ("words" in option) {
      if (!hasWords(lattice, state.at, option.words)) continue;
      walk(after(frame), { ...state, at: state.at + option.words.length }, lattice, finish);
      continue;
    }
    for (const lexeme of lattice.lexemes[state.at]!) {
      if (lexeme.className !== option.className) continue;
      // A second word of the same class (the seconds of a clock) gets a name of its own.
      const name = lexeme.className in state.captures ? `${lexeme.className}2` : lexeme.className;
      const captures = { ...state.captures, [name]: lexeme };
      walk(after(frame), { ...state, at: state.at + lexeme.length, captures }, lattice, finish);
    }
  }
}
