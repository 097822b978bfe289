/** What persons decide: join, split, another code, no event. */
import { enterLedgers, linkRecord, pairOf } from "../../../pipeline/index.ts";
import { onlyMention } from "../../../record/index.ts";
import type { DecisionInput, DecisionLine } from "../../../record/types.ts";
import { typeSlip } from "../../event-types.ts";
import { decisionJson } from "../../json/decision-json.ts";
import { type Endpoint, listEndpoint, objectEndpoint } from "../endpoint.ts";
import { apiFault } from "../faults.ts";
import { flatColumns } from "../flat-columns.ts";
import { decisionInputSchema, decisionSchema } from "../schemas/decision.ts";
import type { Services } from "../services.ts";
import { shortList } from "../short-list.ts";

const group = "Decisions";

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
  listEndpoint({
    name: "listDecisions",
    path: "/api/v1/decisions",
    group,
    summary: "All that persons decided, in the order in which they did",
    query: {},
    line: decisionSchema,
    ...shortList(
      async ({ record }) => await record.listDecisions(),
      ({ decidedAt, id }: DecisionLine) => `${decidedAt} ${id}`,
    ),
    json: decisionJson,
    columns: () => flatColumns(decisionSchema, decisionJson),
    entry: ({ id, kind, verdict, a, b, note, decidedAt }) => ({
      id,
      title: [verdict, kind, a, ...(b === null ? [] : [b])].join(" "),
      summary: note ?? "",
      link: "/decisions",
      source: null,
      published: null,
      updated: decidedAt,
    }),
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
