/** A text and a reference in, ROUGE-1, -2 and -L F1 out (Lin 2004): lower case, words of letters and digits, no stemming. */
export interface Rouge {
  readonly one: number;
  readonly two: number;
  readonly longest: number;
}

/** F1 of the text against the reference. */
export function rouge(text: string, reference: string): Rouge {
  const a = wordsOf(text);
  const b = wordsOf(reference);
  return { one: grams(a, b, 1), two: grams(a, b, 2), longest: f1(commonLength(a, b), a.length, b.length) };
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[a-z0-9]+/g) ?? [];
}

function grams(a: readonly string[], b: readonly string[], size: number): number {
  const count = (words: readonly string[]) => {
    const counts = new Map<string, number>();
    for (let at = 0; at + size <= words.length; at++) {
      const gram = words.slice(at, at + size).join(" ");
      counts.set(gram, (counts.get(gram) ?? 0) + 1);
    }
    return counts;
  };
  const [x, y] = [count(a), count(b)];
  let shared = 0;
  for (const [gram, number] of x) shared += Math.min(number, y.get(gram) ?? 0);
  return f1(shared, Math.max(0, a.length - size + 1), Math.max(0, b.length - size + 1));
}

function commonLength(a: readonly string[], b: readonly string[]): number {
  let above = new Int32Array(b.length + 1);
  for (const word of a) {
    const row = new Int32Array(b.length + 1);
    for (let j = 1; j <= b.length; j++) {
      row[j] = word === b[j - 1] ? above[j - 1]! + 1 : Math.max(above[j]!, row[j - 1]!);
    }
    above = row;
  }
  return above[b.length]!;
}

function f1(shared: number, a: number, b: number): number {
  return a + b === 0 ? 0 : (2 * shared) / (a + b);
}
