/** Stories told shortly. */
import { digestOf } from "../../../pipeline/index.ts";
import { digestJson } from "../../json/digest-json.ts";
import { type Endpoint, objectEndpoint } from "../endpoint.ts";
import { wholeNumber } from "../schemas/filters.ts";
import { digestSchema } from "../schemas/tally.ts";

const SENTENCES = 5;
const SENTENCES_AT_MOST = 100;

export const DIGEST_ENDPOINTS: readonly Endpoint[] = [
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
];
