/**
 * The sector of a nominal: its head noun, the words before it and what it belongs to.
 *
 * "soldier" says MIL by itself; "leader" and "group" take the sector of what stands with them ("rebel leader",
 * "leader of the opposition"); lexicon entries say which of the two (`follows`).
 */
import type { AgentEntry } from "../../knowledge/agents.ts";
import type { Sector } from "../../knowledge/types.ts";
import type { EntityMention } from "../../language/types.ts";
import { type ActorContext, formerSector } from "./identity.ts";

/** Sector of armed people of whom no more is said. */
const ARMED_SECTOR: Sector = "UAF";

/** Sectors whose presidents and secretaries are theirs, not a government's ("president of the union"). */
const OUTSIDE_GOVERNMENT: ReadonlySet<Sector | null> = new Set<Sector | null>([
  "AGR",
  "BUS",
  "CRM",
  "CVL",
  "EDU",
  "JRN",
  "LAB",
  "MED",
  "PTY",
  "REB",
  "REL",
  "SOC",
  "OPP",
]);

/** The sector that the words of the mention give.
 * @param owner sector and state-ness of what it belongs to, where known */
export function sectorOf(
  mention: EntityMention,
  owner: { readonly sector: Sector | null; readonly isState: boolean } | null,
  context: ActorContext,
): Sector | null {
  const agent = headAgent(mention, context);
  if (agent === null) return null;
  let sector = agent.sector;
  const qualified = qualifierOf(mention, context);
  if (qualified.sector !== null && follows(agent, qualified.sector)) sector = qualified.sector;
  else if (agent.offices.length > 0 && owner !== null && OUTSIDE_GOVERNMENT.has(owner.sector))
    sector = owner.sector;
  else if (agent.follows === true && owner !== null && owner.sector !== null) sector = owner.sector;
  else if (sector === null && owner?.isState) sector = agent.ofState;
  if (qualified.armed && (sector === null || sector === "CVL")) sector = ARMED_SECTOR;
  return mention.former ? formerSector(sector) : sector;
}

/** The entry of the mention's head noun or title. */
export function headAgent(mention: EntityMention, context: ActorContext): AgentEntry | null {
  const id = mention.agents.findLast((each) => context.agents.entry(each)?.kind !== "honorific");
  return id === undefined ? null : context.agents.entry(id);
}

function follows(agent: AgentEntry, sector: Sector): boolean {
  return agent.follows === true || (Array.isArray(agent.follows) && agent.follows.includes(sector));
}

/** What the words before the head say, the nearest first; words of other mentions inside do not count. */
function qualifierOf(
  mention: EntityMention,
  context: ActorContext,
): { sector: Sector | null; armed: boolean } {
  const words = context.words(mention.sentence);
  const owned = new Set<number>();
  for (const index of mention.owners) {
    const inner = context.discourse.mentions[index]!;
    for (let at = inner.first; at < inner.last; at++) owned.add(at);
  }
  let sector: Sector | null = null;
  let armed = false;
  const end = mention.form === "name" ? (mention.name?.first ?? mention.head) : mention.last - 1;
  for (let at = end - 1; at >= mention.first; at--) {
    if (owned.has(at)) continue;
    const modifier = context.agents.modifier(words[at]!);
    if (modifier?.gives === "armed") armed = true;
    if (modifier?.gives === "sector") sector ??= modifier.sector;
  }
  return { sector, armed };
}
