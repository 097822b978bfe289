/**
 * Reads that were asked for over the API: bytes that were sent or addresses in,
 * a job out that can be watched and stopped. One runs at a time, for they write
 * into one record; the others wait. What ended is remembered for a while; the
 * reports themselves are in the record.
 */
import { randomBytes } from "node:crypto";
import type { OwnActors } from "../../knowledge/actors/types.ts";
import { readSourcesInto, STAGES } from "../../pipeline/index.ts";
import type { InputEnd, NamedBytes, ReadResult, WebSettings } from "../../pipeline/types.ts";
import type { OpenRecord } from "../../record/index.ts";
import { inputEndJson } from "../json/read-json.ts";
import { accountJson } from "../json/report-json.ts";
import { apiFault } from "./faults.ts";
import { problemOf } from "./problem.ts";
import type { ReadEvent, ReadJson } from "./schemas/read.ts";

const WAITING_AT_MOST = 20;
const ENDED_KEPT = 50;
/** The last ends of a job's inputs, which one who comes late is told first. */
const ENDS_KEPT = 1_000;

export interface ReadRequest {
  readonly sources: readonly (string | NamedBytes)[];
  readonly names: readonly string[];
  readonly web: WebSettings;
}

export interface ReadsSettings {
  readonly record: OpenRecord;
  readonly workers: number;
  /** Actors of the user's own. */
  readonly actors?: OwnActors | null;
  readonly tell?: (line: string) => void;
}

type Listener = (event: ReadEvent | null) => void;

interface Job {
  readonly id: string;
  readonly request: ReadRequest;
  readonly stop: AbortController;
  readonly events: ReadEvent[];
  readonly listeners: Set<Listener>;
  state: ReadJson;
  told: number;
}

export interface Reads {
  /** A new job; it begins when those before it have ended.
   * @throws {@link Fault} `api/too-many` where too many wait */
  begin(request: ReadRequest): ReadJson;
  list(): ReadJson[];
  /** @throws {@link Fault} `record/not-found` */
  get(id: string): ReadJson;
  stop(id: string): ReadJson;
  /** What the job tells from `after` on, until it has ended.
   * @param after number of the last event that is known; 0 for none */
  watch(id: string, after: number, signal: AbortSignal): AsyncGenerator<ReadEvent>;
  close(): Promise<void>;
}

/** No job yet. */
export function openReads(settings: ReadsSettings): Reads {
  const jobs = new Map<string, Job>();
  let running: Promise<void> = Promise.resolve();

  const jobOf = (id: string): Job => {
    const job = jobs.get(id);
    if (job === undefined)
      throw apiFault("api/no-such-address", `There is no read ${id}.`, "See /api/v1/reads.");
    return job;
  };
  const isOpen = ({ state }: Job) => state.status === "waiting" || state.status === "running";

  return {
    begin(request) {
      if ([...jobs.values()].filter(isOpen).length >= WAITING_AT_MOST)
        throw apiFault("api/too-many", "Too many reads wait already.", "Wait until one has ended.");
      const job = newJob(request);
      jobs.set(job.id, job);
      for (const old of [...jobs.values()].filter((each) => !isOpen(each)).slice(0, -ENDED_KEPT))
        jobs.delete(old.id);
      running = running.then(() => runJob(job, settings));
      return job.state;
    },
    list: () => [...jobs.values()].map(({ state }) => state).toReversed(),
    get: (id) => jobOf(id).state,
    stop(id) {
      const job = jobOf(id);
      job.stop.abort();
      return job.state;
    },
    watch: (id, after, signal) => watchJob(jobOf(id), after, signal, isOpen),
    async close() {
      for (const job of jobs.values()) job.stop.abort();
      await running;
    },
  };
}

function newJob(request: ReadRequest): Job {
  const id = `read_${randomBytes(6).toString("hex")}`;
  const account = { read: 0, stored: 0, duplicate: 0, refused: 0, quarantined: 0 };
  const state: ReadJson = {
    id,
    status: "waiting",
    sources: [...request.names],
    asked_at: new Date().toISOString(),
    ended_at: null,
    run: null,
    account,
    mentions: 0,
    problem: null,
  };
  return { id, request, stop: new AbortController(), events: [], listeners: new Set(), state, told: 0 };
}

async function runJob(job: Job, { record, workers, actors = null, tell }: ReadsSettings): Promise<void> {
  if (job.stop.signal.aborted) return endJob(job, { status: "stopped" });
  job.state = { ...job.state, status: "running" };
  try {
    const result = await readSourcesInto(record, {
      sources: job.request.sources,
      web: job.request.web,
      workers,
      actors,
      stages: STAGES,
      onEnd: (end) => noteEnd(job, end),
      signal: job.stop.signal,
    });
    endJob(job, resultOf(result));
  } catch (error) {
    endJob(job, { status: "failed", problem: problemOf(error, tell) });
  }
}

function resultOf({ run, account, mentions, stopped }: ReadResult): Partial<ReadJson> {
  return { status: stopped ? "stopped" : "done", run, account: accountJson(account), mentions };
}

function noteEnd(job: Job, end: InputEnd): void {
  const { account, mentions } = job.state;
  const counts = { ...account, read: account.read + 1, [end.outcome]: account[end.outcome] + 1 };
  job.state = { ...job.state, account: counts, mentions: mentions + end.mentions };
  tellEvent(job, { kind: "input", input: inputEndJson(end) });
}

function endJob(job: Job, how: Partial<ReadJson>): void {
  job.state = { ...job.state, ...how, ended_at: new Date().toISOString() };
  tellEvent(job, { kind: "end", read: job.state });
  for (const listener of job.listeners) listener(null);
}

type Told = { kind: "input"; input: ReturnType<typeof inputEndJson> } | { kind: "end"; read: ReadJson };

function tellEvent(job: Job, told: Told): void {
  job.told += 1;
  const event = { number: job.told, ...told } as ReadEvent;
  job.events.push(event);
  if (job.events.length > ENDS_KEPT) job.events.shift();
  for (const listener of job.listeners) listener(event);
}

async function* watchJob(
  job: Job,
  after: number,
  signal: AbortSignal,
  isOpen: (job: Job) => boolean,
): AsyncGenerator<ReadEvent> {
  const queue: (ReadEvent | null)[] = job.events.filter(({ number }) => number > after);
  if (!isOpen(job)) queue.push(null);
  let wake = () => {};
  const listener: Listener = (event) => {
    queue.push(event);
    wake();
  };
  const end = () => listener(null);
  job.listeners.add(listener);
  signal.addEventListener("abort", end, { once: true });
  try {
    for (;;) {
      if (queue.length === 0)
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      const event = queue.shift();
      if (event === undefined) continue;
      if (event === null) return;
      yield event;
    }
  } finally {
    job.listeners.delete(listener);
    signal.removeEventListener("abort", end);
  }
}
