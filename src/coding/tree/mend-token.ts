/** Tokens of a sentence in, the same with one of them changed out; the given ones stay as they are. */
import type { Token } from "../../language/types.ts";

/** What a repair of a tree may change of a token. */
export type Mend = Partial<Pick<Token, "head" | "deprel" | "upos" | "xpos">>;

/** The tokens with this change of one of them. */
export function mendToken(tokens: readonly Token[], index: number, change: Mend): readonly Token[] {
  const mended = [...tokens];
  mended[index] = { ...tokens[index]!, ...change };
  return mended;
}
