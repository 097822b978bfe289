import assert from "node:assert/strict";
import { test } from "node:test";
import { checkPackages } from "./packages.ts";

const integrity = "sha512-x";
const messages = (
  manifest: object,
  packages: object = {},
  decisions: readonly string[] = ["# pg for PostgreSQL"],
) => checkPackages(manifest, { packages } as never, decisions).map((each) => each.message);

test("pinned, decided and locked packages pass", () => {
  const packages = {
    "": {},
    "node_modules/pg": { integrity },
    "node_modules/node": { integrity, hasInstallScript: true },
    "node_modules/a": { integrity, optionalDependencies: { b: "1.0.0" } },
    "node_modules/b": { integrity },
  };
  assert.deepEqual(messages({ dependencies: { pg: "8.23.1" }, allowScripts: { node: true } }, packages), []);
});

/** manifest, lock, complaint */
const BROKEN = [
  [{ devDependencies: { a: "^1.0.0" } }, {}, "a is not pinned exactly"],
  [{ dependencies: { leftish: "1.0.0" } }, {}, "no decision speaks of the runtime dependency leftish"],
  [{ allowScripts: { a: true } }, {}, "a may run an install script; only node may"],
  [{}, { "node_modules/a": {} }, "node_modules/a has no integrity"],
  [{}, { "node_modules/a": { integrity, hasInstallScript: true } }, "node_modules/a has an install script"],
  [
    {},
    { "node_modules/a": { integrity, optionalDependencies: { b: "1.0.0" } } },
    "node_modules/a wants b, which is absent: npm ci would refuse",
  ],
] as const;

for (const [manifest, packages, complaint] of BROKEN) {
  test(`found: ${complaint}`, () => assert.deepEqual(messages(manifest, packages), [complaint]));
}
