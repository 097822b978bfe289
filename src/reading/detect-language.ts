/**
 * The language of a text by its script and its function words. English is
 * kept, so a text too short to tell counts as English where its script is Latin.
 */
import type { LanguageProfile } from "../knowledge/pages.ts";

export interface LanguageGuess {
  /** ISO 639-1; "und" where none is known. */
  readonly code: string;
  readonly name: string | null;
}

/** Characters that are looked at: enough to be sure, little enough to be quick. */
const LOOK = 8_000;
/** Words from which the share of function words can be trusted. */
const ENOUGH_WORDS = 12;
/** Least share of function words in running text. */
const LEAST_SHARE = 0.1;
/** Share from which no other language of the script need be looked at: others share a few short words only. */
const SURE_SHARE = 0.25;

/** A profile with its words ready to be looked up. */
export interface LanguageTest extends LanguageProfile {
  readonly wordSet: ReadonlySet<string>;
}

const SCRIPTS: readonly [string, RegExp][] = [
  ["Latin", /\p{Script=Latin}/gu],
  ["Cyrillic", /\p{Script=Cyrillic}/gu],
  ["Arabic", /\p{Script=Arabic}/gu],
  ["Hebrew", /\p{Script=Hebrew}/gu],
  ["Greek", /\p{Script=Greek}/gu],
  ["Kana", /[\p{Script=Hiragana}\p{Script=Katakana}]/gu],
  ["Hangul", /\p{Script=Hangul}/gu],
  ["Han", /\p{Script=Han}/gu],
  ["Devanagari", /\p{Script=Devanagari}/gu],
  ["Thai", /\p{Script=Thai}/gu],
  ["Georgian", /\p{Script=Georgian}/gu],
  ["Armenian", /\p{Script=Armenian}/gu],
];

/** The language of the text; `kept` is the code that a text too short to tell is given. */
export function detectLanguage(text: string, profiles: readonly LanguageTest[], kept: string): LanguageGuess {
  const sample = text.slice(0, LOOK);
  const script = scriptOf(sample);
  const candidates = profiles.filter((profile) => profile.script === script);
  const words = (sample.toLowerCase().match(/\p{L}+/gu) ?? []) as string[];
  const keptProfile = profiles.find((profile) => profile.code === kept);
  if (
    keptProfile?.script === script &&
    words.length >= ENOUGH_WORDS &&
    shareOf(words, sample, keptProfile) >= SURE_SHARE
  ) {
    return named(keptProfile);
  }
  const scores = candidates.map((profile) => ({ profile, share: shareOf(words, sample, profile) }));
  const best = scores.reduce((a, b) => (b.share > a.share ? b : a), { profile: candidates[0], share: -1 });
  const keptShare = scores.find(({ profile }) => profile.code === kept)?.share ?? -1;
  if (script === "Latin" || script === null) {
    const sure = words.length >= ENOUGH_WORDS && best.share >= LEAST_SHARE;
    if (keptShare >= best.share * 0.95) return named(keptProfile);
    if (sure) return named(best.profile);
    // Names and numbers without function words: nothing speaks against the kept language unless letters do.
    const foreign = words.length >= 4 * ENOUGH_WORDS && keptShare < LEAST_SHARE / 2;
    return foreign ? { code: "und", name: null } : named(keptProfile);
  }
  return candidates.length === 0 ? { code: "und", name: null } : named(best.profile);
}

function named(profile: LanguageProfile | undefined): LanguageGuess {
  return profile === undefined ? { code: "und", name: null } : { code: profile.code, name: profile.name };
}

function scriptOf(sample: string): string | null {
  let [best, most] = [null as string | null, 0];
  for (const [name, form] of SCRIPTS) {
    // One Han sign or syllable says as much as several letters; Kana tells Japanese from Chinese.
    const weight = name === "Han" || name === "Hangul" ? 2 : name === "Kana" ? 5 : 1;
    const count = (sample.match(form)?.length ?? 0) * weight;
    if (count > most) [best, most] = [name, count];
  }
  return best;
}

/** Share of the words that are function words of the language, with a little for its own letters. */
function shareOf(words: readonly string[], sample: string, profile: LanguageTest): number {
  if (words.length === 0) return 0;
  const hits = words.reduce((sum, word) => sum + (profile.wordSet.has(word) ? 1 : 0), 0);
  const own =
    profile.letters === "" ? 0 : [...profile.letters].filter((letter) => sample.includes(letter)).length;
  return hits / words.length + Math.min(0.05, own * 0.02);
}
