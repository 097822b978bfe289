/**
 * The ontology's own examples and counter-examples through the whole coder:
 * the share of them that come out as their entry says. They were written from
 * the definitions, not from the rules, so they say how well the rules keep to
 * the definitions. `node bench/ontology/index.ts` prints the misses.
 */
import type { Mention } from "../../src/coding/types.ts";
import { EVENT_TYPES } from "../../src/knowledge/ontology.generated.ts";
import { loadOntology } from "../../src/knowledge/ontology.ts";
import { loadStages } from "../../src/pipeline/index.ts";
import type { Figure, MeasureOptions } from "../types.ts";

export const corpus = EVENT_TYPES.map((type) => `knowledge/ontology/events/${type.toLowerCase()}.json`);

interface Sample {
  readonly kind: "event" | "mode" | "counter";
  readonly text: string;
  /** `EVENT` or `EVENT/mode`; null where the sentence is no event. */
  readonly expected: string | null;
  /** What it must not be: for counter-examples, the entry that they look like. */
  readonly avoided: string | null;
}

/** Every example of the ontology with what it must give. */
export function ontologySamples(): Sample[] {
  const samples: Sample[] = [];
  for (const { type, examples, counterExamples, modes } of loadOntology().events) {
    samples.push(
      ...examples.map((text) => ({ kind: "event" as const, text, expected: type, avoided: null })),
    );
    samples.push(...counterExamples.map(({ text, instead }) => counter(text, instead, type)));
    for (const mode of modes) {
      const name = `${type}/${mode.mode}`;
      samples.push(
        ...mode.examples.map((text) => ({ kind: "mode" as const, text, expected: name, avoided: null })),
      );
      samples.push(...mode.counterExamples.map(({ text, instead }) => counter(text, instead, name)));
    }
  }
  return samples;
}

function counter(text: string, expected: string | null, avoided: string): Sample {
  return { kind: "counter", text, expected, avoided };
}

/** True when the mentions of a sample's sentence are as its entry says. */
export function isRight(sample: Sample, mentions: readonly Mention[]): boolean {
  const names = mentions.flatMap(({ event, mode }) => [event, ...mode.map((each) => `${event}/${each}`)]);
  if (sample.expected !== null) return names.includes(sample.expected);
  return sample.kind === "counter" && !names.includes(sample.avoided!);
}

/** Shares of samples that come out right. */
export async function measure(
  _options?: MeasureOptions,
  print?: (line: string) => void,
): Promise<readonly Figure[]> {
  const stages = await loadStages();
  const coded = ontologySamples().map((sample) => {
    const report = stages.bareReport({ id: null, text: sample.text, date: "2017-08-10" });
    const { mentions } = stages.code(report).coded;
    const right = isRight(sample, mentions);
    if (!right) print?.(`${sample.expected ?? `not ${sample.avoided}`}: ${sample.text} → ${list(mentions)}`);
    return { kind: sample.kind, right };
  });
  return (["event", "mode", "counter"] as const).map((kind) => {
    const own = coded.filter((each) => each.kind === kind);
    const value = own.filter((each) => each.right).length / own.length;
    return { name: `ontology/${kind}-examples`, value, unit: "", higherIsBetter: true };
  });
}

function list(mentions: readonly Mention[]): string {
  return mentions.map(({ event, mode }) => [event, ...mode].join("/")).join(", ") || "nothing";
}

if (import.meta.main) {
  const figures = await measure(undefined, console.log);
  for (const { name, value } of figures) console.log(`${name} ${value.toFixed(3)}`);
}
