/**
 * The entries of a PETRARCH file in, entries of the gazetteer and words for actors out.
 *
 * The format does not say what an entry is. A bare code of a state makes it a state, or another name of the
 * state that has the code; a bare code of what is no state, or a word for a body in the name ("ARMY"), an
 * organisation; dated codes, a person; else two words or more with an office's sector, a person.
 */
import type { Agents } from "../agents.ts";
import { NON_STATE } from "../gazetteer/entries.ts";
import { keyOf } from "../gazetteer/pieces.ts";
import type { Sector } from "../ontology.generated.ts";
import type { NameUse } from "../types.ts";
import type { DemonymReader } from "./demonyms.ts";
import type { CodeReader, PloverActor } from "./petrarch-codes.ts";
import type { PetrarchActor, PetrarchAgent, PetrarchFile } from "./petrarch-lines.ts";
import type { OwnAgent, OwnEntry, OwnName, OwnTerm } from "./types.ts";

export interface PetrarchKnowledge {
  readonly codeOf: CodeReader;
  readonly demonym: DemonymReader;
  readonly agents: Agents;
}

/** Sectors of offices: two words with one of them are a person's name rather than a body's. */
const OF_OFFICES: ReadonlySet<Sector | null> = new Set<Sector | null>(["GOV", "ELI", "LEG", "JUD", "OPP"]);

/** The entry of the gazetteer that the file's entry makes, and its further names. */
export function entryOfPetrarch(actor: PetrarchActor, knowledge: PetrarchKnowledge): OwnEntry {
  const names = actor.phrases.map(written);
  const coded = actor.codes.map(({ code, start, end }) => ({ ...knowledge.codeOf(code), start, end }));
  const standing = coded.find(({ start, end }) => start === "" && end === "") ?? null;
  const isDated = coded.some(({ start, end }) => start !== "" || end !== "");
  const [name = ""] = names;
  const hasBody = names.some((each) => namesBody(each, knowledge.agents));
  if (!isDated && !hasBody && isBareState(standing)) {
    return {
      id: `state/${standing.code}`,
      entry: { kind: "state", name, code: standing.code, state: standing.code },
      names: names.map((each, at) => ({
        name: `=${each}`,
        use: at === 0 ? "name" : useOf(each, names, knowledge),
      })),
      terms: [],
      oneHead: false,
    };
  }
  const several = name.includes(" ");
  const isPerson = !hasBody && several && (isDated || OF_OFFICES.has(standing?.sector ?? null));
  const kind = isPerson ? "person" : "organisation";
  const code = standing?.code ?? null;
  return {
    id: `${isPerson ? "person" : "org"}/own-${slugOf(name)}`,
    entry: {
      kind,
      name,
      code,
      sector: isPerson ? null : (standing?.sector ?? null),
      state: stateOf(code),
      dated: true,
    },
    names: names.map((each): OwnName => ({ name: `=${each}`, use: "name" })),
    // The code without dates answers where no other does, so it stands last.
    terms: [...coded.filter((one) => one !== standing), ...(standing === null ? [] : [standing])].map(termOf),
    oneHead: false,
  };
}

function termOf({ code, sector, start, end }: PloverActor & { start: string; end: string }): OwnTerm {
  return { of: code, sector, office: "", title: "", start, end };
}

function isBareState(coded: PloverActor | null): coded is { code: string; sector: null } {
  return coded !== null && coded.code !== null && coded.sector === null && !NON_STATE.has(coded.code);
}

function stateOf(code: string | null): string | null {
  return code === null || NON_STATE.has(code) ? null : code;
}

function useOf(name: string, names: readonly string[], { demonym }: PetrarchKnowledge): NameUse {
  const others = names.filter((other) => other !== name);
  return demonym(name, others) ?? "name";
}

function namesBody(name: string, agents: Agents): boolean {
  const words = name.toLowerCase().split(" ");
  return agents.match(words).some(({ entry }) => entry.kind === "body" || entry.kind === "group");
}

/** The words as a text writes them: files in capitals do not tell. Up to three letters alone stay as they are. */
function written(phrase: string): string {
  if (phrase !== phrase.toUpperCase() || /^\p{L}{1,3}$/u.test(phrase)) return phrase;
  return phrase.replaceAll(/\p{L}+/gu, (word) => word.slice(0, 1) + word.slice(1).toLowerCase());
}

/** The last part of an id for the name. */
export function slugOf(name: string): string {
  return keyOf(name)
    .replaceAll(/[^\p{L}\p{N}]+/gu, "-")
    .replaceAll(/^-|-$/g, "");
}

/** The words for actors that the agent of the file makes: one, or one for each element of its set. */
export function agentsOfPetrarch(
  agent: PetrarchAgent,
  sets: PetrarchFile["sets"],
  { codeOf }: PetrarchKnowledge,
): OwnAgent[] | string {
  const [before = "", after = ""] = agent.code.split("~");
  const lead = codeOf(before);
  const { sector } = codeOf(after);
  const code = { sector: sector ?? lead.sector, code: lead.code };
  const phrase = agent.phrase.toLowerCase();
  const mark = /!([^!]+)!/.exec(phrase);
  if (mark === null) {
    const many = agent.plural === null ? pluralOf(phrase) : agent.plural.toLowerCase();
    return [{ id: `own/${slugOf(phrase)}`, one: [phrase], many: many === "" ? [] : [many], ...code }];
  }
  const set = sets.get(mark[1]!.toUpperCase());
  if (set === undefined) return `no line of the file defines !${mark[1]!.toUpperCase()}!`;
  const forms = set.map((element) => phrase.replace(mark[0], element.toLowerCase()));
  return forms.map((form) => ({ id: `own/${slugOf(form)}`, one: [form], many: [], ...code }));
}

/** The regular plural: -s, -ies, -es. */
function pluralOf(word: string): string {
  if (/[^aeiou]y$/.test(word)) return `${word.slice(0, -1)}ies`;
  return /(?:[sxz]|[cs]h)$/.test(word) ? `${word}es` : `${word}s`;
}
