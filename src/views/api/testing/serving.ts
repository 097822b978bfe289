/** A small record and the server's function over it, for the tests: no socket, the stand-in stages of the pipeline's tests. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { enterLedgers, linkRecord } from "../../../pipeline/index.ts";
import { type Backend, sqliteBackend } from "../../../record/testing/backends.ts";
import { entry, item, party, speaker, statement } from "../../../record/testing/entries.ts";
import type { RunItem } from "../../../record/types.ts";
import { type AppSettings, createApp } from "../app.ts";
import { hostNames } from "../guards/host.ts";
import { openServices, type Services } from "../services.ts";

process.env.CHANCERY_STAGES ??= new URL("../../../pipeline/testing/stand-in-stages.ts", import.meta.url).href;

export interface Served {
  readonly services: Services;
  /** A request to the server's function; addresses without a host are asked of localhost. */
  ask(path: string, init?: RequestInit): Promise<Response>;
  /** The JSON of a GET. */
  json(path: string): Promise<Answer>;
}

/** What JSON holds, to be looked into by a test. */
// biome-ignore lint/suspicious/noExplicitAny: a test says what it expects to find
export type Answer = any;

/** Reports with two mentions each, days apart. */
export function reports(count: number, first = 0): RunItem[] {
  return Array.from({ length: count }, (_, index) => {
    const n = first + index;
    const text = `Report ${n} <b>says</b> so. Kenya met Ghana in Accra. Ghana thanked Kenya.`;
    const date = `2020-${String((n % 12) + 1).padStart(2, "0")}-${String((n % 28) + 1).padStart(2, "0")}`;
    const kenya = party("KEN", "Kenya");
    const ghana = party("GHA", "Ghana");
    return item(
      entry(
        text,
        {
          givenId: `n${n}`,
          url: `https://example.org/${n}`,
          title: `Title ${n}`,
          outlet: n % 2 ? "Odd" : "Even",
          date,
        },
        [
          { word: "met", at: 1, actor: [kenya, ghana], date, dateBasis: "published" },
          {
            word: "thanked",
            at: 2,
            event: "SUPPORT",
            actor: [ghana],
            recipient: [kenya],
            date,
            dateBasis: "published",
          },
        ],
      ),
    );
  });
}

/** Two outlets that tell one happening in the same words, and a third that disagrees about a number. */
export function tellings(): RunItem[] {
  const told = (people: number) =>
    `Kenya expelled ${people} envoys of Ghana on Friday after a quarrel over fishing rights near Lamu. ` +
    "The foreign minister of Ghana called the step a mistake that would cost both countries dearly. " +
    "Fishermen of both coasts had met in Mombasa a week before and parted without a paper.";
  return [10, 10, 12].map((people, n) => {
    const date = `2021-03-${String(5 + n).padStart(2, "0")}`;
    const text = `${told(people)}${n === 1 ? " More follows." : ""}`;
    const minister = speaker(text, "The foreign minister of Ghana", { code: "GHA", name: "Ghana" });
    return item({
      ...entry(
        text,
        {
          givenId: `told-${n}`,
          url: `https://example.org/told/${n}`,
          title: "Kenya expels envoys of Ghana",
          outlet: `Teller ${n}`,
          date,
        },
        [
          {
            word: "expelled",
            at: 0,
            event: "SANCTION",
            mode: ["expel"],
            actor: [party("KEN", "Kenya")],
            recipient: [party("GHA", "Ghana")],
            date: "2021-03-05",
            quantity: [{ value: people, unit: "person", text: `${people} envoys`, start: 15, end: 24 }],
          },
        ],
      ),
      statements: [statement(text, "the step a mistake", { speakers: [minister], date })],
    });
  });
}

/** Runs `act` with a server over a record of these items. */
export async function withServed<T>(
  items: readonly RunItem[],
  act: (served: Served) => Promise<T>,
  settings: Partial<AppSettings> & {
    readonly backend?: Backend;
    readonly linked?: boolean;
    readonly limitMs?: number;
  } = {},
): Promise<T> {
  const { backend = sqliteBackend, linked = false, limitMs, ...own } = settings;
  const place = await backend.open();
  const web = mkdtempSync(join(tmpdir(), "chancery-web-"));
  const services = await openServices({
    record: await place.target(),
    workers: 1,
    ...(limitMs === undefined ? {} : { limitMs }),
  });
  try {
    const run = await services.writer.startRun("read", ["test"]);
    for (let start = 0; start < items.length; start += 100)
      await services.writer.write(run, items.slice(start, start + 100));
    await services.writer.endRun(run, "done");
    if (linked) {
      await linkRecord(services.writer);
      await enterLedgers(services.writer);
    }
    const hosts = hostNames("127.0.0.1", []);
    const app = createApp({ services, hosts, tokens: null, web, requestsPerSecond: 1e9, ...own });
    const ask = async (path: string, init: RequestInit = {}) => {
      const headers = new Headers(init.headers);
      if (!headers.has("host")) headers.set("host", "localhost:4400");
      return await app.fetch(new Request(new URL(path, "http://localhost:4400"), { ...init, headers }));
    };
    return await act({ services, ask, json: async (path) => await (await ask(path)).json() });
  } finally {
    await services.close();
    await place.remove();
    rmSync(web, { recursive: true, force: true });
  }
}
