/**
 * Who is meant? Country and sector of the gold actors and recipients of PLOVER, their words given; pronouns; and
 * the speed of mentions, coreference and actors together. Run alone it prints the misses.
 */

import { resolve } from "node:path";
import { createActorReader } from "../../src/coding/actors/index.ts";
import { loadAgents } from "../../src/knowledge/agents.ts";
import { loadGazetteer } from "../../src/knowledge/gazetteer/index.ts";
import { loadLanguageModels } from "../../src/knowledge/models.ts";
import { readDiscourse } from "../../src/language/entities/index.ts";
import { createLanguage } from "../../src/language/index.ts";
import type { Sentence } from "../../src/language/types.ts";
import type { Figure, MeasureOptions } from "../types.ts";
import { type GoldActor, readGold } from "./gold.ts";
import { tallyPronouns } from "./pronouns.ts";

const GOLD = "plover/plover-gsr-dev.jsonl";
/** Rounds over the sentences; the fastest by processor time counts, the others warm up. */
const ROUNDS = 25;

/** Texts with marked instances. */
const INSTANCES = "time/meantime-dev.jsonl.gz";

export const corpus = [GOLD, INSTANCES];

interface Judged {
  readonly gold: GoldActor;
  readonly text: string;
  readonly read: string;
  readonly country: boolean;
  /** Null where the record has no sector. */
  readonly sector: boolean | null;
}

/** Shares of right countries and sectors, and tokens a second. */
export function measure({ data }: Pick<MeasureOptions, "data">): readonly Figure[] {
  const { judged, tokensPerSecond } = judgeAll(data);
  const pronouns = tallyPronouns(
    `${data}/${INSTANCES}`,
    createLanguage(loadLanguageModels()),
    loadGazetteer(),
    loadAgents(),
  );
  const withSector = judged.filter((one) => one.sector !== null);
  return [
    {
      name: "actors/country",
      value: judged.filter((one) => one.country).length / judged.length,
      unit: "",
      higherIsBetter: true,
      best: "aim 0.93",
    },
    {
      name: "actors/sector",
      value: withSector.filter((one) => one.sector).length / withSector.length,
      unit: "",
      higherIsBetter: true,
    },
    {
      name: "actors/pronoun-precision",
      value: pronouns.right / pronouns.linked,
      unit: "",
      higherIsBetter: true,
    },
    {
      name: "actors/pronoun-recall",
      value: pronouns.right / pronouns.marked,
      unit: "",
      higherIsBetter: true,
    },
    {
      name: "actors/speed",
      value: Math.round(tokensPerSecond),
      unit: "tokens/s",
      higherIsBetter: true,
      margin: 0.4,
    },
  ];
}

function judgeAll(data: string): { judged: readonly Judged[]; tokensPerSecond: number } {
  const language = createLanguage(loadLanguageModels());
  const gazetteer = loadGazetteer();
  const agents = loadAgents();
  const records = readGold(`${data}/${GOLD}`).map((record) => ({
    ...record,
    sentences: language.split(record.text).map((sentence) => language.parse(sentence)),
  }));
  // The records carry a made-up day, so offices are read without one.
  const open = (sentences: readonly Sentence[]) => {
    const discourse = readDiscourse(sentences, gazetteer, agents, null);
    return { discourse, reader: createActorReader({ sentences, discourse, gazetteer, agents, day: null }) };
  };
  const judged = records.flatMap((record) => {
    const { reader } = open(record.sentences);
    return record.actors.map((gold): Judged => {
      const sentence = record.sentences.find((one) => one.start <= gold.start && gold.start < one.end)!;
      const readings = reader.readSpan(sentence.index, gold);
      return {
        gold,
        text: record.text,
        read: readings
          .map((one) => `${one.code}/${one.sector} ${one.entityText} [${one.steps.join(" ")}]`)
          .join(" | "),
        country: readings.some((one) => one.code === gold.country),
        sector: gold.sector === null ? null : readings.some((one) => one.sector === gold.sector),
      };
    });
  });
  let best = Infinity;
  for (let round = 0; round < ROUNDS; round++) {
    const from = process.cpuUsage().user;
    for (const { sentences } of records) {
      const { discourse, reader } = open(sentences);
      for (const mention of discourse.mentions) reader.read(mention.sentence, mention.head);
    }
    best = Math.min(best, (process.cpuUsage().user - from) / 1000);
  }
  const tokens = records
    .flatMap((record) => record.sentences)
    .reduce((sum, one) => sum + one.tokens.length, 0);
  return { judged, tokensPerSecond: (tokens / best) * 1000 };
}

if (import.meta.main) {
  const data = resolve(import.meta.dirname, "../../../shared/data");
  for (const { gold, text, read, country, sector } of judgeAll(data).judged) {
    if (country && sector !== false) continue;
    const missed = [country ? "" : "country", sector === false ? "sector" : ""].filter(Boolean).join(" and ");
    console.log(
      `${missed}: "${gold.words}" is ${gold.country}/${gold.sector}, read as ${read || "nobody"}\n  ${text}`,
    );
  }
  for (const figure of measure({ data })) console.log(figure.name, figure.value, figure.unit);
}
