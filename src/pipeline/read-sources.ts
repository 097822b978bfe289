/**
 * Sources as a user names them (files, folders, `-`, addresses, bytes at hand)
 * in, the record filled, an account out: what the command `read`, the library
 * and the server call. Workers start when the first page comes and end with it.
 */
import { availableParallelism } from "node:os";
import type { OwnActors } from "../knowledge/actors/types.ts";
import type { OpenRecord } from "../record/index.ts";
import type { NamedBytes, SourceProgress } from "../sources/types.ts";
import { coderName } from "./coder.ts";
import { createPool, type Pool } from "./pool.ts";
import { readInto } from "./run.ts";
import { sourceItems } from "./sources.ts";
import type { InputEnd, ReadResult, SourceItem } from "./types.ts";
import type { WebSettings } from "./web.ts";

export interface ReadJob {
  readonly sources: readonly (string | NamedBytes)[];
  /** How addresses are read; without it they are refused. */
  readonly web?: WebSettings;
  /** Worker threads (default: one for each core). */
  readonly workers?: number;
  /** Module of the stages, for the workers. */
  readonly stages: string;
  /** Actors of the user's own. */
  readonly actors?: OwnActors | null;
  /** Called for each input when it is on the disk. */
  readonly onEnd?: (end: InputEnd) => void | Promise<void>;
  /** Called when all inputs are done and the workers gone: what follows links the record. */
  readonly onLinking?: () => void;
  /** Told as files are read. */
  readonly onProgress?: (progress: SourceProgress) => void;
  /** Told of each file of a folder that is not read because of its ending. */
  readonly onLeftAside?: (path: string) => void;
  readonly signal?: AbortSignal;
}

/** Pages under way for each worker: enough that none waits for the record. */
const WINDOW_PER_WORKER = 16;

/** The pages of a job, and the pool that will do them. */
export interface OpenJob {
  readonly items: AsyncGenerator<SourceItem>;
  readonly pool: Pool;
  /** Reads the items into the record.
   * @param items those of the job, or the same with the first ones looked at before */
  into(record: OpenRecord, items?: AsyncIterable<SourceItem>): Promise<ReadResult>;
  close(): Promise<void>;
}

/** A job that is ready to be read. */
export function openJob(job: ReadJob): OpenJob {
  const {
    sources,
    workers = availableParallelism(),
    web,
    signal,
    onEnd,
    onLinking,
    onProgress,
    onLeftAside,
  } = job;
  const pool = createPool({
    workers,
    stages: job.stages,
    coder: coderName(job.actors),
    actors: job.actors ?? null,
  });
  const items = sourceItems(sources, {
    ...(web === undefined ? {} : { web, pool }),
    ...(signal === undefined ? {} : { signal }),
    ...(onLeftAside === undefined ? {} : { onLeftAside }),
    ...(onProgress === undefined ? {} : { onProgress }),
  });
  return {
    items,
    pool,
    into: (record, given = items) =>
      readInto({
        record,
        pool,
        source: given,
        names: sources.map((source) => (typeof source === "string" ? source : source.name)),
        window: workers * WINDOW_PER_WORKER,
        today: new Date().toISOString().slice(0, 10),
        ...(onEnd === undefined ? {} : { onEnd }),
        ...(onLinking === undefined ? {} : { onLinking }),
        ...(signal === undefined ? {} : { signal }),
      }),
    close: () => pool.close(),
  };
}

/** The account of the whole job, with everything in it on the disk. */
export async function readSourcesInto(record: OpenRecord, job: ReadJob): Promise<ReadResult> {
  const open = openJob(job);
  try {
    return await open.into(record);
  } finally {
    await open.close();
  }
}
