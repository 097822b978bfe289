/**
 * What the reading of statements knows: closed lists of words, thresholds, and
 * trained weights, out of knowledge/lexicon/en and models/statements.
 */
import { deepFreeze } from "./freeze.ts";
import { loadModel } from "./models.ts";
import { readJson, readJsonLines } from "./read-file.ts";

export interface StatementSettings {
  /** A word says something at this probability; lower where a quotation is in what it says. */
  readonly threshold: number;
  readonly quotedThreshold: number;
  /** A second choice is taken at this probability, where the first overlaps another statement. */
  readonly second: number;
  /** An outlet is only credited where a speaker inside its words is this sure. */
  readonly outletSure: number;
}

export interface StatementKnowledge {
  /** Closed lists of lower-case words by name. */
  readonly lists: Readonly<Record<string, readonly string[]>>;
  /** Lower-case words of time, which never speak. */
  readonly timeWords: readonly string[];
  /** Words that can say something: "say VERB". */
  readonly cueWords: readonly string[];
  /** Weight of each bucket of the features, in units of `scale`. */
  readonly weights: Int8Array;
  readonly scale: number;
  readonly settings: StatementSettings;
}

interface CueList {
  readonly id: string;
  readonly words: readonly string[];
}

/**
 * The knowledge that `createStatementReader` needs.
 * @throws {@link Fault} `knowledge/unreadable`, `knowledge/malformed`
 */
export function loadStatementKnowledge(): StatementKnowledge {
  const model = loadModel("statements");
  return Object.freeze({
    ...loadStatementLists(),
    cueWords: deepFreeze(model.meta.cueWords as string[]),
    weights: model.arrays.weights as Int8Array,
    scale: model.meta.scale as number,
    settings: deepFreeze(readJson<StatementSettings>("models", "statements", "settings.json")),
  });
}

/** The closed lists alone: what training needs before there are weights. */
export function loadStatementLists(): Pick<StatementKnowledge, "lists" | "timeWords"> {
  const entries = readJsonLines<CueList>("lexicon", "en", "statement-cues.jsonl");
  const times = readJsonLines<CueList>("lexicon", "en", "coding-cues.jsonl").find(
    ({ id }) => id === "time-nouns",
  );
  return deepFreeze({
    lists: Object.fromEntries(entries.map(({ id, words }) => [id, words])),
    timeWords: times?.words ?? [],
  });
}

/** How statements of the same words are joined over reports. */
export interface StatementJoinSettings {
  /** Words that a statement must have to be joined: of one speaker, and where one of the two is unknown. */
  readonly fewestWords: number;
  readonly fewestWordsOpen: number;
  /** Days that may lie between the same words. */
  readonly sameDays: number;
  /** Words of a run and runs by which statements find each other. */
  readonly runWords: number;
  readonly runKeys: number;
  /** A part has this share of its runs of `heldRun` words in the whole, and so many words. */
  readonly heldRun: number;
  readonly held: number;
  readonly shortenedWords: number;
  /** Other words of the same: the share of common beginnings of long words, how many, how many days apart. */
  readonly reworded: number;
  readonly rewordedStems: number;
  readonly rewordedDays: number;
  readonly longWord: number;
  readonly stemLength: number;
  readonly stemKeys: number;
}

/** The settings of the joining. @throws {@link Fault} `knowledge/unreadable`, `knowledge/malformed` */
export function loadStatementJoining(): StatementJoinSettings {
  return deepFreeze(readJson<StatementJoinSettings>("models", "statements", "joining.json"));
}
