/**
 * A cue and what it may say in, features out, as hashed numbers that index the
 * weights (the hashing trick: Weinberger et al. 2009).
 *
 * Features of the cue weigh for "says nothing"; features of a stretch weigh for
 * that stretch. The weights: knowledge/models/statements.
 */
import type { Span } from "../../base/types.ts";
import { boundaryFeatures } from "./boundary-features.ts";
import { hash } from "./hash.ts";
import { quoteFeatures } from "./quote-features.ts";
import type { Candidate, CueSite, SpeechSentence, SpeechText } from "./types.ts";

/** Features of the cue alone. */
export function cueFeatures(speech: SpeechText, site: CueSite): number[] {
  const { tree, quotation } = speech.sentences[site.sentence]!;
  const token = tree.tokens[site.token]!;
  const word = token.lemma.toLowerCase();
  const relation = tree.relation[site.token]!;
  const found = [
    hash("bias"),
    hash("w", word, token.upos),
    hash("x", token.xpos),
    hash("r", relation, token.upos),
  ];
  let subject = "none";
  let frame = "";
  for (const child of tree.children[site.token]!) {
    const kind = tree.relation[child]!;
    if (kind === "nsubj") {
      const one = tree.tokens[child]!;
      subject = one.upos === "PRON" ? tree.lower[child]! : one.xpos;
      if (one.deprel !== "nsubj") subject = `${subject}:pass`;
      if (one.upos === "NOUN") found.push(hash("sw", one.lemma.toLowerCase()));
    } else if (kind === "ccomp" || kind === "xcomp" || kind === "obj" || kind === "obl") {
      if (!frame.includes(kind)) frame += kind;
    } else if (kind === "aux" || kind === "advmod") found.push(hash("a", tree.lower[child]!));
  }
  found.push(hash("s", subject), hash("f", frame), hash("wf", word, frame), hash("ws", word, subject));
  if (token.head >= 0) {
    const above = tree.tokens[token.head]!;
    found.push(hash("h", above.lemma.toLowerCase(), relation), hash("wr", word, relation));
    found.push(hash("hh", above.lemma.toLowerCase(), word));
  }
  const next = tree.lower[site.token + 1] ?? "";
  const before = tree.lower[site.token - 1] ?? "";
  found.push(hash("n", next), hash("wn", word, next), hash("p", before), hash("wp", word, before));
  if (quotation.some((one) => one >= 0)) found.push(hash("q"), hash("wq", word));
  if (site.sentence === 0) found.push(hash("t", word));
  if (site.token <= 6) found.push(hash("o", word, site.token <= 3 ? "3" : "6"));
  return found;
}

/** Features of one stretch for the cue. */
export function candidateFeatures(speech: SpeechText, site: CueSite, one: Candidate): number[] {
  const sentence = speech.sentences[site.sentence]!;
  const { tree } = sentence;
  const cue = tree.tokens[site.token]!;
  const word = cue.lemma.toLowerCase();
  const { way } = one;
  const found = [hash("c", way), hash("cw", way, word), hash("cr", way, tree.relation[site.token]!)];
  const { first, last } = tokensIn(sentence, one);
  const behind = speech.text[one.end] === " " ? speech.text[one.end + 1]! : (speech.text[one.end] ?? "");
  const size = String(Math.min(6, Math.floor(Math.log2(1 + Math.max(0, last - first + 1)))));
  found.push(hash("cs", way, size), hash("ca", way, /\p{L}/u.test(behind) ? "a" : behind), hash("cl", size));
  if (first <= last) {
    const initial = tree.lower[first]!;
    found.push(
      hash("ci", way, tree.tokens[first]!.upos),
      hash("cj", way, initial),
      hash("ck", word, initial),
    );
    const previous = tree.lower[first - 1] ?? "";
    found.push(hash("cp", way, previous), hash("cq", word, previous));
    const following = tree.tokens[last + 1];
    if (following !== undefined) {
      const kind = following.upos === "PUNCT" ? following.form : following.upos;
      found.push(
        hash("ce", way, kind),
        hash("cf", way, following.deprel),
        hash("ch", tree.lower[last + 1]!, way),
      );
      const second = tree.lower[last + 2] ?? "";
      if (following.upos === "PUNCT") found.push(hash("cn", second, way));
    }
    found.push(hash("cv", way, String(finiteVerbs(sentence, first, last))));
    if (first > site.token || site.token > last)
      found.push(hash("cg", way, gap(first > site.token ? first - site.token : site.token - last)));
  }
  if (first <= last)
    for (const end of boundaryFeatures(sentence, site.token, first, last))
      found.push(hash("b", end), hash("bw", end, way), hash("bv", end, word));
  for (const quote of quoteFeatures(speech, sentence, site.token, one))
    found.push(hash("u", quote), hash("uw", quote, way), hash("uv", quote, word));
  return found;
}

function gap(tokens: number): string {
  return tokens <= 3 ? String(tokens) : tokens <= 6 ? "5" : tokens <= 12 ? "10" : "20";
}

/** First and last token of the sentence inside the stretch. */
function tokensIn(sentence: SpeechSentence, span: Span): { first: number; last: number } {
  const { tokens } = sentence.tree;
  let first = 0;
  while (first < tokens.length && tokens[first]!.start < span.start) first++;
  let last = tokens.length - 1;
  while (last >= 0 && tokens[last]!.end > span.end) last--;
  return { first, last };
}

/** Finite verbs in the stretch, 2 for more. */
function finiteVerbs(sentence: SpeechSentence, first: number, last: number): number {
  let count = 0;
  for (let at = first; at <= last && count < 2; at++) {
    const { xpos } = sentence.tree.tokens[at]!;
    if (xpos === "VBD" || xpos === "VBZ" || xpos === "VBP" || xpos === "MD") count++;
  }
  return count;
}
