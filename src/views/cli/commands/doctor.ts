/** `chancery doctor`: is the machine fit, is the knowledge there, is the record sound? Changes nothing. */
import { existsSync, statfsSync } from "node:fs";
import { availableParallelism, totalmem } from "node:os";
import { dirname, resolve } from "node:path";
import { Fault } from "../../../base/index.ts";
import { loadLanguageModels } from "../../../knowledge/models.ts";
import { loadOntology } from "../../../knowledge/ontology.ts";
import { coderName, VERSION } from "../../../pipeline/index.ts";
import { openRecord } from "../../../record/index.ts";
import { EXIT } from "../exit-codes.ts";
import type { GlobalOptions } from "../options.ts";
import { hung, printable } from "../show/printable.ts";
import type { Terminal } from "../terminal.ts";
import type { WebFlags } from "../web-options.ts";

type State = "ok" | "warning" | "problem";

interface Finding {
  readonly state: State;
  readonly what: string;
  readonly value: string;
}

const GIB = 1024 ** 3;
const LITTLE_SPACE_GIB = 1;
/** Columns of the state and of what is checked. */
const HANG = 20;

export async function doctorCommand(
  options: GlobalOptions & WebFlags & { readonly json?: boolean },
  terminal: Terminal,
): Promise<number> {
  const findings = [
    ...machine(options.record),
    ...network(options),
    ...knowledge(),
    ...(await record(options.record)),
  ];
  const { paint } = terminal;
  const sign = {
    ok: paint.green("ok      "),
    warning: paint.yellow("warning "),
    problem: paint.red("problem "),
  };
  for (const { state, what, value } of findings)
    await terminal.out(
      options.json
        ? `${JSON.stringify({ state, what, value })}\n`
        : hung(`${sign[state]} ${what.padEnd(10)} `, HANG, printable(value), terminal.width),
    );
  return findings.some(({ state }) => state === "problem") ? EXIT.failed : EXIT.ok;
}

function machine(target: string): Finding[] {
  const node = process.versions.node;
  const folder = dirname(resolve(target));
  const findings: Finding[] = [
    { state: "ok", what: "chancery", value: VERSION },
    {
      state: Number(node.split(".")[0]) >= 24 ? "ok" : "problem",
      what: "node",
      value: `${node} on ${process.platform} ${process.arch}`,
    },
    { state: "ok", what: "machine", value: `${availableParallelism()} cores, ${gib(totalmem())} of memory` },
  ];
  if (target.includes("://") || !existsSync(folder)) return findings;
  const { bavail, bsize } = statfsSync(folder);
  const free = bavail * bsize;
  return [
    ...findings,
    {
      state: free < LITTLE_SPACE_GIB * GIB ? "warning" : "ok",
      what: "disk",
      value: `${gib(free)} free in ${folder}`,
    },
  ];
}

/** Who asks, and which networks may be reached. */
function network({ contact = "", allowPrivateNetworks = false }: WebFlags): Finding[] {
  const asks =
    contact === "" ? "no contact is set (--contact, CHANCERY_CONTACT): no address is fetched" : contact;
  return [
    { state: "ok", what: "contact", value: asks },
    allowPrivateNetworks
      ? { state: "warning", what: "network", value: "private networks are open (--allow-private-networks)" }
      : { state: "ok", what: "network", value: "private networks are shut" },
  ];
}

function gib(bytes: number): string {
  return `${Math.round((bytes / GIB) * 10) / 10} GiB`;
}

function knowledge(): Finding[] {
  const attempt = (what: string, act: () => string): Finding => {
    try {
      return { state: "ok", what, value: act() };
    } catch (error) {
      return { state: "problem", what, value: (error as Error).message };
    }
  };
  return [
    attempt("knowledge", () => coderName()),
    attempt("ontology", () => `${loadOntology().events.length} event types`),
    attempt("models", () => Object.keys(loadLanguageModels()).join(", ")),
  ];
}

async function record(target: string): Promise<Finding[]> {
  let opened: Awaited<ReturnType<typeof openRecord>>;
  try {
    opened = await openRecord(target, { mustExist: true });
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    const state = error.code === "record/none" ? "warning" : "problem";
    return [
      { state, what: "record", value: `${error.message}${error.advice === null ? "" : ` ${error.advice}`}` },
    ];
  }
  try {
    const { problems, warnings, counts, schemaVersion, database } = await opened.check();
    const list = Object.entries(counts)
      .map(([table, count]) => `${table} ${count}`)
      .join(", ");
    return [
      { state: "ok", what: "record", value: `${opened.where}, tables version ${schemaVersion}, ${database}` },
      { state: "ok", what: "rows", value: list },
      ...problems.map((value): Finding => ({ state: "problem", what: "record", value })),
      ...warnings.map((value): Finding => ({ state: "warning", what: "record", value })),
      ...(problems.length === 0
        ? [{ state: "ok", what: "soundness", value: "nothing is wrong" } as const]
        : []),
    ];
  } finally {
    await opened.close();
  }
}
