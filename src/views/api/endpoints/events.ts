/** What linking makes of many reports: events, stories, copies, contradictions. */
import type {
  ContradictionFilter,
  ContradictionLine,
  CopyFilter,
  CopyLine,
  EventLine,
  StoryLine,
} from "../../../record/types.ts";
import { contradictionJson } from "../../json/contradiction-json.ts";
import { copyJson } from "../../json/copy-json.ts";
import { eventJson } from "../../json/event-json.ts";
import { storyJson } from "../../json/story-json.ts";
import { type Endpoint, listEndpoint, objectEndpoint } from "../endpoint.ts";
import { flatColumns } from "../flat-columns.ts";
import { contradictionSchema, copySchema, eventSchema, storySchema } from "../schemas/event.ts";
import { contradictionFilters, copyFilters, eventFilters, storyFilters } from "../schemas/link-filters.ts";
import type { Services } from "../services.ts";
import { eventFilter, given, reportFilter } from "./filters.ts";
import { partyTitle } from "./titles.ts";

const eventOf = (line: EventLine, { ontology }: Services) => eventJson(line.event, line.first, ontology);
const storyOf = ({ story, reports }: StoryLine) => storyJson(story, reports);

export const EVENT_ENDPOINTS: readonly Endpoint[] = [
  listEndpoint({
    name: "listEvents",
    path: "/api/v1/events",
    group: "Events",
    summary: "Events, each counted once however many reports tell it, in the order of their days",
    query: eventFilters,
    line: eventSchema,
    page: (services, query, request) => services.record.listEvents(eventFilter(query, services), request),
    json: eventOf,
    columns: (services) => flatColumns(eventSchema, (line: EventLine) => eventOf(line, services)),
    entry: (line: EventLine, services) => {
      const event = eventOf(line, services);
      return {
        id: line.event.id,
        title: partyTitle(event),
        summary: line.first.text,
        link: `/events/${line.event.id}`,
        source: line.first.citation.url,
        published: event.date ?? line.first.citation.date,
        updated: null,
      };
    },
  }),
  objectEndpoint({
    name: "getEvent",
    path: "/api/v1/events/{id}",
    group: "Events",
    summary: "One event",
    description: "The beginning of its id is enough.",
    method: "GET",
    answer: eventSchema,
    run: async ({ services, params }) => eventOf(await services.record.event(params.id ?? ""), services),
  }),
  listEndpoint({
    name: "listContradictions",
    path: "/api/v1/contradictions",
    group: "Events",
    summary: "Where reports of one event contradict each other",
    query: contradictionFilters,
    line: contradictionSchema,
    page: (services, { kind, ...query }, request) => {
      const filter: ContradictionFilter = { ...eventFilter(query, services), ...given({ kind }) };
      return services.record.listContradictions(filter, request);
    },
    json: ({ contradiction }) => contradictionJson(contradiction),
    columns: () =>
      flatColumns(contradictionSchema, (line: ContradictionLine) => contradictionJson(line.contradiction)),
    entry: ({ contradiction: { id, eventId, kind, a, b } }) => ({
      id,
      title: `${kind}: ${a.value} | ${b.value}`,
      summary: `${a.text}\n${b.text}`,
      link: `/events/${eventId}`,
      source: null,
      published: null,
      updated: null,
    }),
  }),
  listEndpoint({
    name: "listStories",
    path: "/api/v1/stories",
    group: "Stories",
    summary: "Stories: reports about the same happening",
    query: storyFilters,
    line: storySchema,
    page: (services, query, request) => services.record.listStories(eventFilter(query, services), request),
    json: storyOf,
    columns: () => flatColumns(storySchema, storyOf),
    entry: ({ story, reports }) => ({
      id: story.id,
      title: story.title ?? story.id,
      summary: reports.map((report) => report.outlet ?? report.id).join(", "),
      link: `/stories/${story.id}`,
      source: reports[0]?.url ?? null,
      published: story.date,
      updated: null,
    }),
  }),
  objectEndpoint({
    name: "getStory",
    path: "/api/v1/stories/{id}",
    group: "Stories",
    summary: "One story",
    description: "The beginning of its id is enough.",
    method: "GET",
    answer: storySchema,
    run: async ({ services: { record }, params }) => storyOf(await record.story(params.id ?? "")),
  }),
  listEndpoint({
    name: "listCopies",
    path: "/api/v1/copies",
    group: "Stories",
    summary: "Passages that stand in an earlier report, too",
    query: copyFilters,
    line: copySchema,
    page: ({ record }, { kind, ...query }, request) => {
      const filter: CopyFilter = { ...reportFilter(query), ...given({ kind }) };
      return record.listCopies(filter, request);
    },
    json: copyOf,
    columns: () => flatColumns(copySchema, copyOf),
  }),
];

function copyOf({ copy, earlier, later }: CopyLine) {
  return copyJson(copy, (span) => (span === copy.earlier ? earlier.text : later.text));
}
