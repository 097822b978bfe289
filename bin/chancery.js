#!/usr/bin/env node
/**
 * The chancery command. In a checkout it runs the sources, so it is never
 * stale; in the package it runs dist/. Plain JavaScript that old versions of
 * Node can read, so that they can say what is missing.
 */
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import * as nodeModule from "node:module";
import { fileURLToPath } from "node:url";
import { setFlagsFromString } from "node:v8";
import { COMPILER_FLAGS, HEAP_FLAGS } from "./flags.js";

const OLDEST_NODE = 24;
/** The path of a file of this package, or of the folder that it is installed in. */
function beside(path) {
  return fileURLToPath(new URL(path, import.meta.url));
}

function runWithNewerNode() {
  const node = ["../node_modules/node/bin/node", "../../node/bin/node"]
    .map(beside)
    .find((path) => existsSync(path));
  if (node === undefined) {
    process.stderr.write(
      `chancery needs Node ${OLDEST_NODE} or newer; this is Node ${process.versions.node}.\n` +
        "Install it from https://nodejs.org, or run `npm ci` in a checkout, which brings its own.\n",
    );
    process.exitCode = 1;
    return;
  }
  const work = spawn(node, process.argv.slice(1), { stdio: "inherit" });
  work.on("error", (error) => {
    process.stderr.write(`chancery could not start ${node}: ${error.message}\n`);
    process.exitCode = 1;
  });
  // Who ends this process means the work; Ctrl-C reaches both from a terminal.
  for (const signal of ["SIGTERM", "SIGHUP"]) process.on(signal, () => work.kill(signal));
  process.on("SIGINT", () => process.stdin.isTTY || work.kill("SIGINT"));
  work.on("exit", (status, signal) => {
    if (signal === null) process.exit(status ?? 1);
    for (const one of ["SIGINT", "SIGTERM", "SIGHUP"]) process.removeAllListeners(one);
    process.kill(process.pid, signal);
  });
}

if (Number(process.versions.node.split(".")[0]) < OLDEST_NODE) {
  runWithNewerNode();
} else {
  // Set here, for a heap keeps what it has grown by while modules are loaded.
  for (const flag of [...HEAP_FLAGS, ...COMPILER_FLAGS]) setFlagsFromString(flag);
  nodeModule.enableCompileCache();
  const source = new URL("../src/views/cli/main.ts", import.meta.url);
  const built = new URL("../dist/views/cli/main.js", import.meta.url);
  // The young heap of this thread begins with 1 MB and grows once while modules are loaded: to the 4 of the workers.
  setFlagsFromString("--semi-space-growth-factor=4");
  const { main } = await import(existsSync(source) ? source.href : built.href);
  setFlagsFromString("--semi-space-growth-factor=1");
  await main(process.argv);
}
