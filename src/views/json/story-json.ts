/** The form of a story as every `--json` and the filter `link` print it, in snake_case. */
import type { Story } from "../../linking/types.ts";

/** What a story says of one of its reports. */
export interface StoryReport {
  readonly id: string;
  readonly givenId: string | null;
  readonly url: string | null;
}

/** A story as JSON Lines hold it. */
export type StoryJson = ReturnType<typeof storyJson>;

/** The story as an object ready for JSON.
 * @param reports its reports, earliest first */
export function storyJson(story: Omit<Story, "reports">, reports: readonly StoryReport[]) {
  return {
    id: story.id,
    title: story.title,
    date: story.date,
    enddate: story.endDate,
    parties: story.parties,
    reports: reports.map(({ id, givenId, url }) => ({ id, given_id: givenId, url })),
    lines: story.lines,
    outlets: story.outlets,
  };
}
