/**
 * A code of CAMEO in, PLOVER's code and sector out: EXLGOV is the state EXL and the sector GOV.
 *
 * The first three letters are a state or an organisation unless they are a sector; of what follows, the first
 * sector that PLOVER has. Codes of religions, peoples and single organisations have no place in PLOVER and are
 * left out. The table is knowledge/ontology/cameo-actor-codes.jsonl.
 */
import type { Sector } from "../ontology.generated.ts";
import { readJsonLines } from "../read-file.ts";

/** One line of cameo-actor-codes.jsonl. */
export interface CameoActorCode {
  readonly id: string;
  readonly cameo: string;
  /** PLOVER's sector for it. */
  readonly sector?: Sector;
  /** PLOVER's code for it; null where it has none. */
  readonly code?: string | null;
  readonly source: string;
}

export interface PloverActor {
  readonly code: string | null;
  readonly sector: Sector | null;
}

export type CodeReader = (code: string) => PloverActor;

/** The reader of CAMEO's codes.
 * @throws {@link Fault} `knowledge/unreadable`, `knowledge/malformed` */
export function loadCodeReader(): CodeReader {
  const known = new Map(
    readJsonLines<CameoActorCode>("ontology", "cameo-actor-codes.jsonl").map((line) => [line.cameo, line]),
  );
  return (text) => {
    const parts = text.match(/.{3}/g) ?? [];
    const head = known.get(parts[0] ?? "");
    const isSector = head?.sector !== undefined && head.code === undefined;
    const code = isSector || parts.length === 0 ? null : head?.code === undefined ? parts[0]! : head.code;
    const sectors = parts.map((part) => known.get(part)?.sector).filter((sector) => sector !== undefined);
    return { code, sector: sectors[0] ?? null };
  };
}
