/**
 * One line of a JSON Lines file of actors in, its entry of the gazetteer or a word for a role out, or what is
 * wrong with it. The fields are those of docs/actors.md; names may carry the marks of the gazetteer's tables.
 */
import { isDay } from "../../base/day.ts";
import { NON_STATE } from "../gazetteer/entries.ts";
import { unmarked } from "../gazetteer/name-rules.ts";
import { SECTORS, type Sector } from "../ontology.generated.ts";
import type { GazetteerKind, NameUse } from "../types.ts";
import { slugOf } from "./petrarch-entries.ts";
import type { OwnAgent, OwnEntry, OwnName, OwnTerm } from "./types.ts";

export type JsonActor =
  | {
      readonly entries: readonly OwnEntry[];
      readonly agents: readonly OwnAgent[];
      readonly unknown: readonly string[];
    }
  | { readonly wrong: string };

const KINDS: readonly string[] = ["state", "territory", "organisation", "person", "place", "agent"];
const USES: Readonly<Record<string, NameUse>> = {
  name: "name",
  names: "name",
  aliases: "name",
  abbreviations: "abbreviation",
  adjectives: "adjective",
  people: "people",
  capitals: "seat",
  seats: "seat",
  surname: "surname",
};
const OTHERS = "id kind code sector state gender lat lon outlet heads terms one many source note".split(" ");
const ID_HEADS: Readonly<Record<GazetteerKind, string>> = {
  state: "state",
  territory: "territory",
  organisation: "org",
  person: "person",
  place: "place",
};
const LONGEST_NAME = 200;
const DATE = /^\d{4}(?:-\d{2}(?:-\d{2})?)?$/;

type Fields = { readonly [key: string]: unknown };

/** What the line says.
 * @param fields the JSON object of the line */
export function readJsonActor(fields: Fields): JsonActor {
  try {
    const unknown = Object.keys(fields).filter((key) => !Object.hasOwn(USES, key) && !OTHERS.includes(key));
    if (fields.kind === "agent") return { entries: [], agents: [agentOf(fields)], unknown };
    return { entries: entriesOf(fields), agents: [], unknown };
  } catch (error) {
    if (error instanceof WrongField) return { wrong: error.message };
    throw error;
  }
}

class WrongField extends Error {}

function entriesOf(fields: Fields): OwnEntry[] {
  const names = namesOf(fields);
  const first = names.find(({ use }) => use === "name");
  if (first === undefined) throw new WrongField('it has no "name"');
  const name = unmarked(first.name);
  const code = codeIn(fields, "code");
  const sector = sectorIn(fields.sector);
  const kind = kindOf(fields, code, sector);
  const terms = termsOf(fields.terms, code);
  const isState = kind === "state" || kind === "territory";
  if (isState && code === null && fields.id === undefined) throw new WrongField('a state needs a "code"');
  const state = codeIn(fields, "state") ?? (code !== null && !NON_STATE.has(code) ? code : null);
  const id = idOf(fields.id, kind, kind === "state" ? code! : slugOf(name));
  const given = {
    ...(fields.code === undefined && kind !== "place" ? {} : { code: code ?? state }),
    ...(fields.sector === undefined || kind === "person" ? {} : { sector }),
    ...(state === null ? {} : { state }),
    ...numberIn(fields, "lat", 90),
    ...numberIn(fields, "lon", 180),
    ...(fields.gender === undefined ? {} : { gender: genderOf(fields.gender) }),
    ...(fields.outlet === true ? { outlet: true } : {}),
    ...(typeof fields.surname === "string" ? { surname: unmarked(fields.surname) } : {}),
    ...(kind === "organisation" && terms.length > 0 ? { dated: true } : {}),
  };
  // A person's own sector holds on every day that no term covers.
  const always: OwnTerm[] =
    kind === "person" && sector !== null
      ? [{ of: code, sector, office: "", title: "", start: "", end: "" }]
      : [];
  const entry: OwnEntry = {
    id,
    entry: { kind, name, ...given },
    names,
    terms: [...terms, ...always],
    oneHead: fields.heads === "one",
  };
  return [entry, ...(isState ? capitalsOf(names, fields, code) : [])];
}

/** A capital stands for its government, and is a place too. */
function capitalsOf(names: readonly OwnName[], fields: Fields, code: string | null): OwnEntry[] {
  const capitals = new Set(texts(fields, "capitals"));
  return names
    .filter(({ name, use }) => use === "seat" && capitals.has(name))
    .map(({ name }) => ({
      id: `place/own-${slugOf(unmarked(name))}`,
      entry: { kind: "place", name: unmarked(name), code, state: code },
      names: [{ name, use: "name" }],
      terms: [],
      oneHead: false,
    }));
}

function agentOf(fields: Fields): OwnAgent {
  const one = [...texts(fields, "one"), ...texts(fields, "name"), ...texts(fields, "names")];
  const many = texts(fields, "many");
  const word = one[0] ?? many[0];
  if (word === undefined) throw new WrongField('an agent needs its word in "one" or "many"');
  const lower = (forms: readonly string[]) => forms.map((form) => form.toLowerCase());
  return {
    id: `own/${slugOf(word)}`,
    one: lower(one),
    many: lower(many),
    sector: sectorIn(fields.sector),
    code: codeIn(fields, "code"),
  };
}

function namesOf(fields: Fields): OwnName[] {
  return Object.entries(USES).flatMap(([key, use]) => texts(fields, key).map((name) => ({ name, use })));
}

function texts(fields: Fields, key: string): string[] {
  const value = fields[key];
  if (value === undefined || value === null) return [];
  const list = Array.isArray(value) ? value : [value];
  for (const text of list) {
    if (typeof text !== "string" || unmarked(text.trim()).trim() === "")
      throw new WrongField(`"${key}" is no text and no list of texts`);
    if (text.length > LONGEST_NAME)
      throw new WrongField(`a name in "${key}" is longer than ${LONGEST_NAME} characters`);
    if (/[\t\n\r|]/.test(text)) throw new WrongField(`a name in "${key}" holds a tab, a line end or "|"`);
  }
  return (list as string[]).map((text) => text.trim().replaceAll(/\s+/g, " "));
}

function kindOf(fields: Fields, code: string | null, sector: Sector | null): GazetteerKind {
  const { kind } = fields;
  if (typeof kind === "string" && KINDS.includes(kind)) return kind as GazetteerKind;
  if (kind !== undefined) throw new WrongField(`"kind" is none of ${KINDS.join(", ")}`);
  if (fields.terms !== undefined || fields.gender !== undefined || fields.surname !== undefined)
    return "person";
  if (fields.lat !== undefined || (code === null && fields.state !== undefined && sector === null))
    return "place";
  if (code !== null && !NON_STATE.has(code) && sector === null) return "state";
  return "organisation";
}

function idOf(id: unknown, kind: GazetteerKind, rest: string): string {
  if (id === undefined || id === null) return `${ID_HEADS[kind]}/${kind === "state" ? rest : `own-${rest}`}`;
  if (typeof id !== "string" || !/^[A-Za-z]+\/[\p{L}\p{N}_.:-]+$/u.test(id))
    throw new WrongField('"id" is no id such as "person/jane-doe"');
  return id;
}

function termsOf(value: unknown, own: string | null): OwnTerm[] {
  if (value === undefined) return [];
  if (!Array.isArray(value)) throw new WrongField('"terms" is no list');
  return value.map((term: unknown) => {
    if (typeof term !== "object" || term === null) throw new WrongField("a term is no object");
    const { office, title, start, end, body } = term as Fields;
    const text = (field: unknown, name: string) => {
      if (field === undefined || field === null) return "";
      if (typeof field !== "string" || /[\t\n\r]/.test(field))
        throw new WrongField(`"${name}" of a term is no text`);
      return field;
    };
    const of = text(body, "body") || (codeIn(term as Fields, "code") ?? own);
    return {
      of,
      sector: sectorIn((term as Fields).sector),
      office: text(office, "office"),
      title: text(title, "title"),
      start: dateOf(text(start, "start")),
      end: dateOf(text(end, "end")),
    };
  });
}

function dateOf(text: string): string {
  const whole = text.length === 4 ? `${text}-01-01` : text.length === 7 ? `${text}-01` : text;
  if (text !== "" && (!DATE.test(text) || !isDay(whole)))
    throw new WrongField(`${text} is no day, month or year`);
  return text;
}

function codeIn(fields: Fields, key: string): string | null {
  const value = fields[key];
  if (value === undefined || value === null || value === "") return null;
  if (typeof value !== "string" || !/^[A-Z]{3}$/.test(value))
    throw new WrongField(`"${key}" is no code of three capitals`);
  return value;
}

function sectorIn(value: unknown): Sector | null {
  if (value === undefined || value === null || value === "") return null;
  if (!(SECTORS as readonly unknown[]).includes(value))
    throw new WrongField(`"sector" is none of ${SECTORS.join(", ")}`);
  return value as Sector;
}

function genderOf(value: unknown): "male" | "female" | null {
  if (value === null || value === "male" || value === "female") return value;
  throw new WrongField('"gender" is neither "male" nor "female"');
}

function numberIn(fields: Fields, key: "lat" | "lon", most: number): { readonly [key: string]: number } {
  const value = fields[key];
  if (value === undefined || value === null) return {};
  if (typeof value !== "number" || !(Math.abs(value) <= most))
    throw new WrongField(`"${key}" is no number of degrees`);
  return { [key]: value };
}
