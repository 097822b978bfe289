/** A gazetteer entry and the mention that names it in, who it is on the day out. */
import type { GazetteerEntry, OfficeTerm, Sector } from "../../knowledge/types.ts";
import type { EntityMention } from "../../language/types.ts";
import {
  type ActorContext,
  CIVILIANS,
  CONFIDENCE,
  covers,
  FORMER_SECTOR,
  formerSector,
  GOVERNMENT,
  type Identity,
} from "./identity.ts";

/** Who the entry is on the day, given how the mention names it. */
export function entryIdentity(
  entry: GazetteerEntry,
  mention: EntityMention,
  isInPlace: boolean,
  context: ActorContext,
): Identity {
  if (entry.dated && !mention.former) return datedIdentity(entry, context);
  if (entry.kind === "person") return personIdentity(entry, mention, context);
  const base = { code: entry.code, entry, basis: "stated", proxy: false } as const;
  if (mention.use === "seat" && !isInPlace)
    return { ...base, sector: GOVERNMENT, confidence: CONFIDENCE.name, steps: ["coding/actor-seat"] };
  if (mention.use === "people")
    return { ...base, sector: CIVILIANS, confidence: CONFIDENCE.nominal, steps: ["coding/actor-people"] };
  if (isNamedState(entry, mention) && !isInPlace)
    return { ...base, sector: GOVERNMENT, confidence: CONFIDENCE.name, steps: ["coding/actor-state"] };
  const step = mention.use === "adjective" ? "coding/actor-adjective" : `coding/actor-${entry.kind}`;
  const confidence = entry.kind === "place" ? CONFIDENCE.complement : CONFIDENCE.name;
  return { ...base, sector: entry.sector, confidence, steps: [step] };
}

/** A state or territory by its name: as an actor its government (PLOVER manual 2.0). */
function isNamedState(entry: GazetteerEntry, mention: EntityMention): boolean {
  return (
    (entry.kind === "state" || entry.kind === "territory") &&
    entry.sector === null &&
    mention.use !== "adjective"
  );
}

/** By the term that covers the day alone; without one, nobody that a code stands for. */
function datedIdentity(entry: GazetteerEntry, context: ActorContext): Identity {
  const term = context.gazetteer.terms(entry.id).find((one) => covers(one, context.day));
  return {
    entry,
    basis: "stated",
    proxy: false,
    code: term?.code || null,
    sector: term?.sector || null,
    confidence: CONFIDENCE.office,
    steps: ["coding/actor-dated"],
  };
}

function personIdentity(entry: GazetteerEntry, mention: EntityMention, context: ActorContext): Identity {
  const terms = context.gazetteer.terms(entry.id);
  const stated = statedSector(mention, context);
  const base = { entry, basis: "stated", proxy: false } as const;
  if (mention.former) {
    const code = termFor(terms, mention, context)?.code ?? entry.code;
    return {
      ...base,
      code,
      sector: FORMER_SECTOR,
      confidence: CONFIDENCE.office,
      steps: ["coding/actor-former"],
    };
  }
  const term = termFor(terms, mention, context);
  if (term !== null && covers(term, context.day)) {
    const own = sectorOfTitles(mention, context);
    const contradicts = own !== null && mention.offices.length === 0 && own !== term.sector;
    const sector = contradicts ? own : term.sector;
    return {
      ...base,
      code: term.code,
      sector,
      confidence: CONFIDENCE.office,
      steps: ["coding/actor-office"],
    };
  }
  if (stated !== null)
    return {
      ...base,
      code: entry.code,
      sector: stated,
      confidence: CONFIDENCE.name,
      steps: ["coding/actor-title"],
    };
  const { day } = context;
  if (term !== null && day !== null && term.end !== null && term.end < day)
    return {
      ...base,
      code: term.code,
      sector: formerSector(term.sector),
      confidence: CONFIDENCE.chain,
      steps: ["coding/actor-former-office"],
    };
  return {
    ...base,
    code: entry.code,
    sector: null,
    confidence: CONFIDENCE.chain,
    steps: ["coding/actor-person"],
  };
}

/** The sector of the titles that the mention, or else another of its chain, gives the person. */
function statedSector(mention: EntityMention, context: ActorContext): Sector | null {
  const own = sectorOfTitles(mention, context);
  if (own !== null || mention.chain < 0) return own;
  for (const index of context.discourse.chains[mention.chain]!.mentions.slice(0, 8)) {
    const sector = sectorOfTitles(context.discourse.mentions[index]!, context);
    if (sector !== null) return sector;
  }
  return null;
}

function sectorOfTitles(mention: EntityMention, context: ActorContext): Sector | null {
  if (mention.former) return null;
  return (
    mention.agents
      .map((id) => context.agents.entry(id)?.sector ?? null)
      .findLast((sector) => sector !== null) ?? null
  );
}

/** The term that the titles name and the day covers; else one that the day covers; else the last one ended. */
function termFor(
  terms: readonly OfficeTerm[],
  mention: EntityMention,
  { day }: ActorContext,
): OfficeTerm | null {
  const named = terms.filter((term) => mention.offices.includes(term.office));
  return (
    named.find((term) => covers(term, day)) ??
    (named.length > 0 && day === null ? named[0]! : null) ??
    terms.find((term) => covers(term, day)) ??
    terms.find((term) => day !== null && term.end !== null && term.end < day) ??
    null
  );
}
