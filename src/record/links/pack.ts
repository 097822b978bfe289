/**
 * What linking read of a report as short text and back: keys and words as
 * 32-bit numbers, terms with their weights, facts of mentions with their maps
 * packed and opened only when they are looked at.
 */
import type { EventFacts, FactMention, PairMention, ProfileTerms, ReportKeys } from "../../linking/types.ts";

/** 32-bit numbers as text. */
export function packNumbers(values: readonly number[]): string {
  return bytesOf(Uint32Array.from(values)).toString("base64");
}

/** The numbers in the text. */
export function unpackNumbers(text: string): number[] {
  return [...new Uint32Array(aligned(text))];
}

function bytesOf(view: ArrayBufferView): Buffer {
  return Buffer.from(view.buffer, view.byteOffset, view.byteLength);
}

function aligned(text: string): ArrayBuffer {
  const bytes = Buffer.from(text, "base64");
  const copy = new ArrayBuffer(bytes.length);
  new Uint8Array(copy).set(bytes);
  return copy;
}

/** Keys of all kinds as one text. */
export function packKeys({ copy, oldCopy, story, event }: ReportKeys): string {
  return [copy, oldCopy, story, event].map(packNumbers).join(" ");
}

/** The keys in the text, without report and day. */
export function unpackKeys(text: string): Pick<ReportKeys, "copy" | "oldCopy" | "story" | "event"> {
  const [copy = [], oldCopy = [], story = [], event = []] = text.split(" ").map(unpackNumbers);
  return { copy, oldCopy, story, event };
}

/** Weights have four places after the point. */
const STEPS = 1e4;

export function packTerms(terms: ProfileTerms): string {
  const values = new Uint32Array(terms.hashes.length * 2);
  for (let at = 0; at < terms.hashes.length; at++) {
    values[at * 2] = terms.hashes[at]!;
    values[at * 2 + 1] = Math.round(terms.weights[at]! * STEPS);
  }
  return bytesOf(values).toString("base64");
}

export function unpackTerms(text: string): ProfileTerms {
  const values = new Uint32Array(aligned(text));
  const size = values.length >> 1;
  const terms = { hashes: new Uint32Array(size), weights: new Float32Array(size) };
  for (let at = 0; at < size; at++) {
    terms.hashes[at] = values[at * 2]!;
    terms.weights[at] = values[at * 2 + 1]! / STEPS;
  }
  return terms;
}

type Terms = ReadonlyMap<number, number>;

const MAPS = ["subject", "object", "other", "context", "names"] as const;

/** Five maps of hashes to weights of single precision, and the figures. */
function packMaps(facts: EventFacts): string {
  const sizes = [...MAPS.map((name) => facts[name].size), facts.figures.size];
  const hashes = [...MAPS.flatMap((name) => [...facts[name].keys()]), ...facts.figures];
  const weights = MAPS.flatMap((name) => [...facts[name].values()]);
  const numbers = Buffer.concat([
    bytesOf(Uint32Array.from([...sizes, ...hashes])),
    bytesOf(Float32Array.from(weights)),
  ]);
  return numbers.toString("base64");
}

type Maps = Pick<EventFacts, (typeof MAPS)[number] | "figures">;

function unpackMaps(text: string): Maps {
  const buffer = aligned(text);
  const sizes = new Uint32Array(buffer, 0, MAPS.length + 1);
  const mapped = sizes.slice(0, MAPS.length).reduce((sum, size) => sum + size, 0);
  const hashes = new Uint32Array(buffer, sizes.byteLength, mapped + sizes[MAPS.length]!);
  const weights = new Float32Array(buffer, sizes.byteLength + hashes.byteLength, mapped);
  let at = 0;
  const next = (size: number): Terms => {
    const map = new Map<number, number>();
    for (const end = at + size; at < end; at++) map.set(hashes[at]!, weights[at]!);
    return map;
  };
  const [subject, object, other, context, names] = MAPS.map((_, n) => next(sizes[n]!));
  const figures = new Set(hashes.subarray(mapped));
  return { subject: subject!, object: object!, other: other!, context: context!, names: names!, figures };
}

type Packed = readonly [mention: PairMention, plain: Plain, maps: string];
type Plain = Omit<EventFacts, keyof Maps | "words" | "id" | "reportId"> & {
  readonly words: readonly string[];
};

/** The mentions of one report with their facts as text. */
export function packFacts(mentions: readonly FactMention[]): string {
  return JSON.stringify(
    mentions.map(({ mention, facts }): Packed => {
      const { id, event, mode, factuality, content, actor, recipient, place } = mention;
      const bare = ({ code, id: entity }: PairMention["actor"][number]) => ({ code, id: entity });
      const { sentence, head, headHash, families, words, rareness, reporting, days } = facts;
      return [
        {
          id,
          event,
          mode,
          factuality,
          content: content && { event: content.event },
          actor: actor.map(bare),
          recipient: recipient.map(bare),
          place: place && { id: place.id, name: place.name },
        },
        { sentence, head, headHash, families, words: [...words], rareness, reporting, days },
        packMaps(facts),
      ];
    }),
  );
}

/** The mentions of the report with their facts. */
export function unpackFacts(text: string, reportId: string): FactMention[] {
  return (JSON.parse(text) as Packed[]).map(([mention, plain, maps]) => ({
    mention,
    facts: new LazyFacts(mention.id, reportId, plain, maps),
  }));
}

class LazyFacts implements EventFacts {
  readonly id: string;
  readonly reportId: string;
  readonly sentence: number;
  readonly head: string;
  readonly headHash: number;
  readonly families: readonly string[];
  readonly words: ReadonlySet<string>;
  readonly rareness: number;
  readonly reporting: boolean;
  readonly days: readonly [number, number] | null;
  readonly #packed: string;
  #open: Maps | null = null;

  constructor(id: string, reportId: string, plain: Plain, packed: string) {
    this.id = id;
    this.reportId = reportId;
    this.sentence = plain.sentence;
    this.head = plain.head;
    this.headHash = plain.headHash;
    this.families = plain.families;
    this.words = new Set(plain.words);
    this.rareness = plain.rareness;
    this.reporting = plain.reporting;
    this.days = plain.days;
    this.#packed = packed;
  }

  #maps(): Maps {
    this.#open ??= unpackMaps(this.#packed);
    return this.#open;
  }

  get subject(): Terms {
    return this.#maps().subject;
  }

  get object(): Terms {
    return this.#maps().object;
  }

  get other(): Terms {
    return this.#maps().other;
  }

  get context(): Terms {
    return this.#maps().context;
  }

  get names(): Terms {
    return this.#maps().names;
  }

  get figures(): ReadonlySet<number> {
    return this.#maps().figures;
  }
}
