/**
 * Two wordings of one passage in, what they share and what each has alone out,
 * word by word. Words are the same whatever their case and the marks around them.
 */
export interface DiffPiece {
  readonly text: string;
  readonly same: boolean;
}

/** Longer passages are shown whole: the table of comparison grows with the square. */
const MOST_WORDS = 1_500;

/** Pieces of both texts; put together they are the texts. */
export function wordDiff(a: string, b: string): { readonly a: DiffPiece[]; readonly b: DiffPiece[] } {
  const [left, right] = [words(a), words(b)];
  if (left.length > MOST_WORDS || right.length > MOST_WORDS)
    return { a: [{ text: a, same: a === b }], b: [{ text: b, same: a === b }] };
  const common = longestCommon(left.map(core), right.map(core));
  return {
    a: pieces(left, new Set(common.map(([index]) => index))),
    b: pieces(right, new Set(common.map(([, index]) => index))),
  };
}

/** A word with the space behind it. */
function words(text: string): string[] {
  return text.match(/\s*\S+\s*/g) ?? (text === "" ? [] : [text]);
}

function core(word: string): string {
  return word.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
}

function longestCommon(a: readonly string[], b: readonly string[]): [number, number][] {
  const table = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1));
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      table[i]![j] =
        a[i] === b[j] ? table[i + 1]![j + 1]! + 1 : Math.max(table[i + 1]![j]!, table[i]![j + 1]!);
  const found: [number, number][] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    if (a[i] === b[j]) found.push([i++, j++]);
    else if (table[i + 1]![j]! >= table[i]![j + 1]!) i++;
    else j++;
  }
  return found;
}

function pieces(list: readonly string[], same: ReadonlySet<number>): DiffPiece[] {
  const found: { text: string; same: boolean }[] = [];
  for (const [index, text] of list.entries()) {
    const last = found.at(-1);
    if (last?.same === same.has(index)) last.text += text;
    else found.push({ text, same: same.has(index) });
  }
  return found;
}
