/** Digests of allsides-dev stories against roundup_summary (no input of theirs): ROUGE beside the lead of three sentences. */
import type { Linking } from "../../src/linking/index.ts";
import { splitSentences } from "../../src/linking/text/split-sentences.ts";
import type { Figure } from "../types.ts";
import { allsidesReports, allsidesStories } from "./readers.ts";
import { type Rouge, rouge } from "./rouge.ts";

const SENTENCES = 3;

export function scoreDigests(linking: Linking, data: string, sentences = SENTENCES) {
  const reports = Map.groupBy(allsidesReports(data), ({ gold }) => gold);
  const digests: Rouge[] = [];
  const leads: Rouge[] = [];
  const firsts: Rouge[] = [];
  for (const { event_id: id, roundup_summary: summary } of allsidesStories(data)) {
    const own = reports.get(id)!.map(({ report }) => report);
    if (summary === "") continue;
    const digest = linking.digestStory(own, [], sentences).map(({ text }) => text);
    const split = own.map(({ text }) => splitSentences(text).map(({ start, end }) => text.slice(start, end)));
    digests.push(rouge(digest.join(" "), summary));
    leads.push(rouge(split[0]!.slice(0, sentences).join(" "), summary));
    firsts.push(rouge(split.flatMap((list) => list.slice(0, 1)).join(" "), summary));
  }
  return { digest: mean(digests), lead: mean(leads), firsts: mean(firsts) };
}

function mean(list: readonly Rouge[]): Rouge {
  const average = (read: (each: Rouge) => number) =>
    list.reduce((sum, each) => sum + read(each), 0) / list.length;
  return {
    one: average(({ one }) => one),
    two: average(({ two }) => two),
    longest: average((each) => each.longest),
  };
}

export function measureDigests(linking: Linking, data: string): Figure[] {
  const { digest, lead, firsts } = scoreDigests(linking, data);
  return (["one", "two", "longest"] as const).map((key) => ({
    ...share(`linking/digest-rouge-${{ one: "1", two: "2", longest: "l" }[key]}`, digest[key]),
    best: `${lead[key].toFixed(3)} (lead three), ${firsts[key].toFixed(3)} (first of each), same run`,
  }));
}

function share(name: string, value: number): Figure {
  return { name, value, unit: "", higherIsBetter: true };
}
