/**
 * Reports whose ties changed in, the stories and events that hang together
 * with them made anew. Only such parts of the record are looked at; grouping
 * them alone gives what grouping everything gives (docs/linking.md).
 */
import type { Linking } from "../../linking/index.ts";
import type { Lines, LinkMention, PlacedMention, StoryPart } from "../../linking/types.ts";
import type { EventScope, LinkStore, StoryScope } from "../../record/index.ts";

/** Makes the stories and events of the reports anew. */
export async function regroup(
  store: LinkStore,
  linking: Linking,
  reportIds: readonly string[],
): Promise<void> {
  if (reportIds.length === 0) return;
  const { parts } = linking;
  const stories = await store.storyScope(reportIds, {
    threshold: parts.thresholds.story,
    most: parts.most.reports,
  });
  const changed = changedStories(stories, linking);
  const seeds = [...stories.seeds];
  const events = await store.eventScope(seeds, {
    threshold: parts.thresholds.event,
    most: parts.most.mentions,
  });
  const lines = await linesOf(store, linking, changed, events);
  await store.putStories(
    changed.old,
    changed.groups.map((group) => parts.describeStory(group, lines.ofReport)),
  );
  const placed = new Map(
    [...events.mentions].map(([id, each]): [string, PlacedMention] => {
      const { mention, report } = each;
      const line = lines.ofSentence(report.id, mention.sentenceSpan);
      return [id, { ...each, line, retracts: each.retracts && negates(mention) }];
    }),
  );
  const made = parts.describeEvents(placed, events.edges, events.decisions, () => null);
  await store.putEvents(events.present, made);
}

const negates = ({ factuality }: LinkMention) => factuality === "negation";

interface ChangedStories {
  readonly groups: readonly (readonly StoryPart[])[];
  /** Numbers of the stories that these replace. */
  readonly old: readonly number[];
  /** Id of the story of each report of the scope, changed or not. */
  readonly storyOf: ReadonlyMap<string, string>;
}

/** Groups that differ from what the record has, or in which a report changed. */
function changedStories(scope: StoryScope, { parts }: Linking): ChangedStories {
  const key = (ids: Iterable<string>) => [...ids].sort().join(" ");
  const present = new Map([...scope.present].map(([num, ids]) => [key(ids), num]));
  const kept = new Set<number>();
  const groups: StoryPart[][] = [];
  const storyOf = new Map<string, string>();
  for (const ids of parts.groupStories([...scope.parts.keys()], scope.edges, scope.decisions)) {
    const members = ids.map((id) => scope.parts.get(id)!);
    const story = parts.storyId(members);
    for (const id of ids) storyOf.set(id, story);
    const known = present.get(key(ids));
    if (known !== undefined && !ids.some((id) => scope.seeds.has(id))) kept.add(known);
    else groups.push(members);
  }
  return { groups, old: [...scope.present.keys()].filter((num) => !kept.has(num)), storyOf };
}

async function linesOf(
  store: LinkStore,
  linking: Linking,
  changed: ChangedStories,
  events: EventScope,
): Promise<Lines> {
  const ids = new Set(changed.groups.flatMap((group) => group.map(({ id }) => id)));
  for (const { report } of events.mentions.values()) ids.add(report.id);
  const scope = await store.lineScope([...ids]);
  return linking.parts.findLines(
    scope.reports,
    scope.copies,
    scope.credits,
    (id) => changed.storyOf.get(id) ?? scope.storyOf.get(id) ?? id,
  );
}
