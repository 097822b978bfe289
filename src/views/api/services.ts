/**
 * What the endpoints work with: the record (one connection that can only read,
 * one that writes), the ontology, and worker threads that are started when the
 * first request needs them.
 */
import { availableParallelism } from "node:os";
import type { OwnActors } from "../../knowledge/actors/types.ts";
import { loadOntology } from "../../knowledge/ontology.ts";
import type { Ontology } from "../../knowledge/ontology-types.ts";
import { coderName, createPool, type Pool, STAGES } from "../../pipeline/index.ts";
import type { WebSettings } from "../../pipeline/types.ts";
import { type OpenRecord, openRecord, readApart } from "../../record/index.ts";
import { openReads, type Reads } from "./reads.ts";

export interface Services {
  /** Only reads: the database itself refuses to change anything through it. */
  readonly record: OpenRecord;
  /** For what a person decides and for reading reports in. */
  readonly writer: OpenRecord;
  readonly ontology: Ontology;
  /** Reads that were asked for. */
  readonly reads: Reads;
  /** How addresses are read. */
  readonly web: WebSettings;
  /** Workers with the stages. */
  pool(): Pool;
  close(): Promise<void>;
}

export interface ServiceSettings {
  /** Path or postgres:// URL of a record; made where it is absent. */
  readonly record: string;
  /** Worker threads (default: one for each core). */
  readonly workers?: number;
  /** Who asks hosts for pages, and which networks may be reached (default: no address is read). */
  readonly web?: WebSettings;
  /** Actors of the user's own, with which reports are coded and explained. */
  readonly actors?: OwnActors | null;
  /** Takes lines about defects. */
  readonly tell?: (line: string) => void;
  /** Milliseconds that a question to the record may take; they are asked in a process that is ended then (default: in
   * this one, however long it takes). */
  readonly limitMs?: number;
}

/** The services over a record, with its tables brought to the newest version. */
export async function openServices(settings: ServiceSettings): Promise<Services> {
  const writer = await openRecord(settings.record);
  const own = await openRecord(settings.record, { readOnly: true });
  const record = settings.limitMs === undefined ? own : readApart(own, settings.record, settings.limitMs);
  const workers = settings.workers ?? availableParallelism();
  const { web = {}, actors = null, tell } = settings;
  const reads = openReads({ record: writer, workers, actors, ...(tell === undefined ? {} : { tell }) });
  let pool: Pool | null = null;
  return {
    record,
    writer,
    ontology: loadOntology(),
    reads,
    web,
    pool() {
      pool ??= createPool({ workers, stages: STAGES, coder: coderName(actors), actors });
      return pool;
    },
    async close() {
      await reads.close();
      await pool?.close();
      await record.close();
      await writer.close();
    },
  };
}
