/**
 * A record whose questions are asked in a process of their own: a statement of
 * SQLite that runs cannot be stopped from outside, a process can. Whoever asks
 * something that takes too long is told so, the process is ended, and what waited
 * behind it is asked anew in a fresh one; the process that serves goes on
 * meanwhile. On PostgreSQL the server stops statements itself; what is done with
 * their rows is bounded here, too.
 */
import { type ChildProcess, fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import { type Answer, type Question, READY } from "./apart-answers.ts";
import { recordFault } from "./faults.ts";
import type { OpenRecord } from "./index.ts";

/** So long may the process take to start. */
const START_MS = 60_000;
/** What is asked apart: reads whose arguments and answers are plain values. */
const APART = /^(?:list|count|find|get|event|story$|largest|mentionsOf$|statementsOf$|copiesAmong$|lastDay$)/;

interface Waiting extends Question {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
}

/** The record, with its questions asked apart.
 * @param limitMs milliseconds that a question may take */
export function readApart(record: OpenRecord, path: string, limitMs: number): OpenRecord {
  const reader = openReader(path, record.where, limitMs);
  return new Proxy(record, {
    get(own, name: keyof OpenRecord) {
      if (name === "close")
        return async () => {
          reader.close();
          await own.close();
        };
      if (typeof own[name] !== "function" || !APART.test(name)) return own[name];
      return (...args: readonly unknown[]) => reader.ask(name, args);
    },
  });
}

function openReader(path: string, where: string, limitMs: number) {
  /** In the order in which they were asked; the first one is being answered. */
  const waiting = new Map<number, Waiting>();
  let asked = 0;
  let isClosed = false;
  let isReady = false;
  let clock: NodeJS.Timeout | undefined;
  let child: ChildProcess | null = start();

  function start(): ChildProcess {
    const file = import.meta.url.endsWith(".ts") ? "./apart-reader.ts" : "./apart-reader.js";
    isReady = false;
    const made = fork(fileURLToPath(new URL(file, import.meta.url)), [path], {
      serialization: "advanced",
      execArgv: [],
      stdio: ["ignore", "ignore", "inherit", "ipc"],
    });
    made.on("message", (answer: Answer) => {
      if (made === child) settle(answer);
    });
    made.on("exit", () => {
      if (made === child && !isClosed) goOn(ended());
    });
    // What is asked is waited for; a reader that has nothing to do keeps nobody from ending.
    made.unref();
    made.channel?.unref();
    return made;
  }

  function settle({ id, value, fault }: Answer): void {
    if (id === READY) isReady = true;
    const question = waiting.get(id);
    waiting.delete(id);
    watch();
    if (question === undefined) return;
    if (fault === null) question.resolve(value);
    else question.reject(recordFault(fault.code, fault.message, fault.advice ?? undefined));
  }

  /** Starts the clock for the question that is being answered; that the reader has to start first is not its fault. */
  function watch(): void {
    clearTimeout(clock);
    if (waiting.size === 0) child?.channel?.unref();
    else clock = setTimeout(() => goOn(tooSlow(where)), isReady ? limitMs : START_MS);
  }

  /** Ends the reader, gives up the question that is being answered, and asks those behind it anew. */
  function goOn(why: Error): void {
    const old = child;
    child = null;
    old?.kill("SIGKILL");
    const [first, ...others] = waiting.values();
    if (first !== undefined) waiting.delete(first.id);
    for (const question of others) send(question);
    watch();
    first?.reject(why);
  }

  function send({ id, name, args }: Question): void {
    child ??= start();
    child.channel?.ref();
    child.send({ id, name, args }, () => {});
  }

  return {
    async ask(name: string, args: readonly unknown[]): Promise<unknown> {
      if (isClosed) throw recordFault("record/database", "The record is closed.");
      asked += 1;
      const id = asked;
      return await new Promise((resolve, reject) => {
        waiting.set(id, { id, name, args, resolve, reject });
        send({ id, name, args });
        if (waiting.size === 1) watch();
      });
    },
    close(): void {
      isClosed = true;
      clearTimeout(clock);
      child?.kill("SIGKILL");
      for (const { reject } of waiting.values()) reject(ended());
      waiting.clear();
    },
  };
}

function ended(): Error {
  return recordFault("record/database", "The process that reads the record ended.", "Ask again.");
}

function tooSlow(where: string): Error {
  return recordFault(
    "record/too-slow",
    `The question takes too long: ${where}`,
    "Narrow the filter, or ask again when less is going on.",
  );
}
