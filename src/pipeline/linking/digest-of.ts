/** A story of the record in, at most so many sentences of its reports out, word for word, in order of time. */
import type { DigestSentence, LinkedEvent, Story } from "../../linking/types.ts";
import type { OpenRecord } from "../../record/index.ts";
import { openLinking } from "./link-record.ts";

/** Events of a story that are looked at. */
const MOST_EVENTS = 1000;

/** The digest of the story that an id, or its beginning, means.
 * @throws {@link Fault} `record/not-found` */
export async function digestOf(
  record: OpenRecord,
  id: string,
  most: number,
): Promise<{ readonly story: Story; readonly sentences: DigestSentence[] }> {
  const { story } = await record.story(id);
  const { lines } = await record.listEvents({ story: story.id }, { limit: MOST_EVENTS });
  const events: LinkedEvent[] = lines.map(({ event }) => event);
  const reports = await record.links((store) => store.loadReports(story.reports));
  return { story, sentences: openLinking().digestStory(reports, events, most) };
}
