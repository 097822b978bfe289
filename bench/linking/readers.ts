/** Gold sets of ../shared/data in, reports with their gold groups out. */
import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { dayOf } from "../../src/base/index.ts";
import type { LinkReport } from "../../src/linking/types.ts";

export interface GoldReport {
  readonly report: LinkReport;
  /** The gold story. */
  readonly gold: string;
}

export function readGold<T>(data: string, file: string): T[] {
  const text = gunzipSync(readFileSync(`${data}/${file}`)).toString("utf8");
  return text
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as T);
}

/** A report of bare text. */
export function bareReport(
  id: string,
  text: string,
  date: string | null,
  more: Partial<LinkReport> = {},
): LinkReport {
  return { id, givenId: null, text, title: null, date, outlet: null, url: null, mentions: [], ...more };
}

interface BasilDocument {
  readonly doc_id: string;
  readonly event_id: string;
  readonly date: string | null;
  readonly title: string;
  readonly source: string;
  readonly sentences: readonly { readonly par: number; readonly text: string }[];
}

/** The 150 reports of stories/basil-dev. */
export function basilReports(data: string): GoldReport[] {
  return readGold<BasilDocument>(data, "stories/basil-dev.jsonl.gz").map((each) => {
    const text = each.sentences.map((sentence) => sentence.text.trim()).join("\n\n");
    const outlet = each.source.toLowerCase();
    return {
      report: bareReport(each.doc_id, text, each.date, { title: each.title, outlet }),
      gold: each.event_id,
    };
  });
}

export interface AllsidesStory {
  readonly event_id: string;
  readonly event: string;
  readonly date: string;
  readonly roundup_summary: string;
  readonly articles: readonly {
    readonly side: string;
    readonly outlet: string;
    readonly title: string;
    readonly url: string | null;
    readonly lead: string;
  }[];
}

export function allsidesStories(data: string): AllsidesStory[] {
  return readGold<AllsidesStory>(data, "stories/allsides-dev.jsonl.gz");
}

const URL_DAY = /\/(20\d\d)\/(\d\d?)\/(\d\d?)(?:\/|$)|(20\d\d)-(\d\d)-(\d\d)/;

/** The day that a URL states, or null. */
function dayOfUrl(url: string | null): string | null {
  const parts = URL_DAY.exec(url ?? "")
    ?.slice(1)
    .filter((part) => part !== undefined)
    .map(Number);
  return parts === undefined ? null : dayOf(parts[0]!, parts[1]!, parts[2]!);
}

/** The reports (title and lead) of stories/allsides-dev. Their day is the URL's, else the one that the set has for the
 * story. */
export function allsidesReports(data: string): GoldReport[] {
  return allsidesStories(data).flatMap((story) =>
    story.articles.map((each, number) => ({
      report: bareReport(
        `${story.event_id}-${number}`,
        each.lead,
        dayOfUrl(each.url) ?? story.date.slice(0, 10),
        {
          title: each.title,
          outlet: each.outlet,
          url: each.url,
        },
      ),
      gold: story.event_id,
    })),
  );
}
