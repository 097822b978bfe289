/** What linking makes of many reports: events, stories, copies, contradictions. */
import type {
  ContradictionFilter,
  CopyFilter,
  CopyLine,
  EventLine,
  StoryLine,
} from "../../../record/types.ts";
import { CONTRADICTION_COLUMNS, COPY_COLUMNS, eventColumns, STORY_COLUMNS } from "../../cli/link-csv.ts";
import { contradictionJson } from "../../json/contradiction-json.ts";
import { copyJson } from "../../json/copy-json.ts";
import { decisionJson } from "../../json/decision-json.ts";
import { eventJson } from "../../json/event-json.ts";
import { mentionJson } from "../../json/mention-json.ts";
import { storyJson } from "../../json/story-json.ts";
import { type Endpoint, listEndpoint, objectEndpoint } from "../endpoint.ts";
import {
  contradictionSchema,
  copySchema,
  eventDetailSchema,
  eventSchema,
  storySchema,
} from "../schemas/event.ts";
import { contradictionFilters, copyFilters, eventFilters, storyFilters } from "../schemas/link-filters.ts";
import type { Services } from "../services.ts";
import { eventFilter, given, reportFilter } from "./filters.ts";
import { partyTitle } from "./titles.ts";

/** Mentions of one event in its detail. */
const MOST_TOLD = 500;

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
    columns: ({ ontology }) => eventColumns(ontology),
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
    summary: "One event with all that tells it",
    description: `The beginning of its id is enough. At most ${MOST_TOLD} mentions are told; \`mentions\` has the ids of all.`,
    method: "GET",
    answer: eventDetailSchema,
    run: async ({ services, params }) =>
      await eventDetail(await services.record.event(params.id ?? ""), services),
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
    columns: () => CONTRADICTION_COLUMNS,
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
    columns: () => STORY_COLUMNS,
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
    columns: () => COPY_COLUMNS,
    entry: ({ copy: { id, kind, earlier: first, later: second }, earlier, later }) => ({
      id,
      title: `${kind}: ${second.reportId} after ${first.reportId}`,
      summary: `${earlier.text}\n${later.text}`,
      link: `/reports/${second.reportId}`,
      source: null,
      published: null,
      updated: null,
    }),
  }),
];

/** The event with its mentions, most telling first, contradictions, copies between its reports, and what was decided. */
async function eventDetail(line: EventLine, services: Services) {
  const { record, ontology } = services;
  const { id, mentions } = line.event;
  const own = new Set(mentions);
  const [told, contradictions, decisions] = await Promise.all([
    record.listMentions({ event: id, allVersions: true }, { limit: MOST_TOLD }),
    record.listContradictions({ event: id }, { limit: MOST_TOLD }),
    record.listDecisions(),
  ]);
  const ranks = new Map(mentions.map((mention, rank) => [mention, rank]));
  const ranked = told.lines.toSorted((a, b) => (ranks.get(a.id) ?? 0) - (ranks.get(b.id) ?? 0));
  const copies = await record.copiesAmong([...new Set(told.lines.map(({ reportId }) => reportId))]);
  return {
    ...eventOf(line, services),
    told: ranked.map((each) => mentionJson(each, ontology)),
    contradictions: contradictions.lines.map(({ contradiction }) => contradictionJson(contradiction)),
    copies: copies.map(copyOf),
    decisions: decisions.filter(({ a, b }) => own.has(a) || (b !== null && own.has(b))).map(decisionJson),
  };
}

function copyOf({ copy, earlier, later }: CopyLine) {
  return copyJson(copy, (span) => (span === copy.earlier ? earlier.text : later.text));
}
