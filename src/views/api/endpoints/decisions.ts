/** What persons decide (join, split, another code, no event), digests of stories, and counts of events. */
import { digestOf, enterLedgers, linkRecord, pairOf } from "../../../pipeline/index.ts";
import { onlyMention } from "../../../record/index.ts";
import type { CountBy, CountPeriod, DecisionInput } from "../../../record/types.ts";
import { typeSlip } from "../../event-types.ts";
import { countJson } from "../../json/count-json.ts";
import { decisionJson } from "../../json/decision-json.ts";
import { digestJson } from "../../json/digest-json.ts";
import { type Endpoint, objectEndpoint } from "../endpoint.ts";
import { apiFault } from "../faults.ts";
import {
  countQuery,
  countsSchema,
  decisionInputSchema,
  decisionSchema,
  decisionsSchema,
  digestSchema,
} from "../schemas/decision.ts";
import { wholeNumber } from "../schemas/filters.ts";
import { eventFilters } from "../schemas/link-filters.ts";
import type { Services } from "../services.ts";
import { eventFilter } from "./filters.ts";

const group = "Decisions";
const GROUPS_AT_MOST = 10_000;
const SENTENCES = 5;
const SENTENCES_AT_MOST = 100;
const BY: readonly string[] = ["actor", "recipient", "type"];

export const DECISION_ENDPOINTS: readonly Endpoint[] = [
  objectEndpoint({
    name: "decide",
    path: "/api/v1/decisions",
    group,
    summary: "Keep what a person decides; what rests on it is made anew before the answer comes",
    method: "POST",
    body: decisionInputSchema,
    answer: decisionSchema,
    status: 201,
    async run({ services, body }) {
      const line = await services.writer.decide(await inputOf(body, services));
      await linkRecord(services.writer);
      await enterLedgers(services.writer);
      return decisionJson(line);
    },
  }),
  objectEndpoint({
    name: "listDecisions",
    path: "/api/v1/decisions",
    group,
    summary: "All that persons decided",
    method: "GET",
    answer: decisionsSchema,
    run: async ({ services }) => ({ data: (await services.record.listDecisions()).map(decisionJson) }),
  }),
  objectEndpoint({
    name: "dropDecision",
    path: "/api/v1/decisions/{id}",
    group,
    summary: "Take a decision back; what rests on it is made anew",
    method: "DELETE",
    answer: decisionSchema,
    async run({ services: { writer }, params }) {
      const line = (await writer.listDecisions()).find(({ id }) => id === params.id);
      if (line === undefined)
        throw apiFault("api/no-such-address", `There is no decision ${params.id ?? ""}.`);
      await writer.undecide(line.id);
      await linkRecord(writer);
      await enterLedgers(writer);
      return decisionJson(line);
    },
  }),
  objectEndpoint({
    name: "getDigest",
    path: "/api/v1/stories/{id}/digest",
    group: "Stories",
    summary: "A story in a few sentences of its reports, word for word, each with its source",
    method: "GET",
    query: { sentences: wholeNumber("At most so many sentences (default 5)").optional() },
    answer: digestSchema,
    async run({ services: { record }, params, query }) {
      const most = Math.min(query.sentences ?? SENTENCES, SENTENCES_AT_MOST);
      const { sentences } = await digestOf(record, params.id ?? "", most);
      return { data: sentences.map(digestJson) };
    },
  }),
  objectEndpoint({
    name: "countEvents",
    path: "/api/v1/counts",
    group: "Events",
    summary: "How many events there are, by who, what and when",
    description: `Needs \`by\`. At most ${GROUPS_AT_MOST} groups.`,
    method: "GET",
    query: { ...eventFilters, ...countQuery },
    answer: countsSchema,
    async run({ services, query: { by: names, zero_fill, ...query } }) {
      const by = names.filter((name): name is CountBy => BY.includes(name));
      const period = names.find((name): name is CountPeriod => !BY.includes(name)) ?? null;
      const zeroFill = zero_fill === true;
      const lines = await services.record.counts({ by, period, zeroFill }, eventFilter(query, services));
      const data = lines.slice(0, GROUPS_AT_MOST).map((line) => countJson(line, period));
      return { data, whole: data.length === lines.length };
    },
  }),
];

type Body = ReturnType<(typeof decisionInputSchema)["parse"]>;

async function inputOf(body: Body, { writer, ontology }: Services): Promise<DecisionInput> {
  const note = body.note ?? null;
  if (body.verdict === "join" || body.verdict === "split") {
    const { kind, a, b } = await pairOf(writer, body.a, body.b);
    if (a === b) throw apiFault("api/bad-request", `${body.a} and ${body.b} are the same already.`);
    return { kind, verdict: body.verdict, a, b, note };
  }
  const a = onlyMention(await writer.findMentions(body.a), body.a).id;
  if (body.verdict === "no-event") return { kind: "mention", verdict: "no-event", a, note };
  const slip = typeSlip([body.event], ontology);
  if (slip !== null) throw apiFault("api/bad-request", `event: ${slip.message}`, slip.advice);
  const [type = "", mode] = body.event.split("/");
  const value = { event: type.toUpperCase(), mode: mode === undefined ? [] : [mode] };
  return { kind: "mention", verdict: "code", a, value, note };
}
