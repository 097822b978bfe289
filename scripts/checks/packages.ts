/**
 * package.json, its lock file and the decisions in, breaches of the rules for
 * packages out: exact versions, one install script at most, every runtime
 * dependency decided on, nothing missing from the lock.
 */
import type { Finding } from "./finding.ts";

interface Manifest {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly allowScripts?: Readonly<Record<string, boolean>>;
}

interface LockedPackage {
  readonly integrity?: string;
  readonly hasInstallScript?: boolean;
  readonly dev?: boolean;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

interface Lock {
  readonly packages: Readonly<Record<string, LockedPackage>>;
}

/** One version, also under another name (`npm:typescript@6.0.3`). */
const EXACT = /^(?:npm:[\w@/.-]+@)?\d+\.\d+\.\d+(?:-[\w.]+)?$/;
/** Its install script lays the binary of Node for the platform. */
const MAY_INSTALL = ["node"];

/** What is wrong with the packages.
 * @param decisions texts of docs/decisions, to find a runtime dependency's name in */
export function checkPackages(manifest: Manifest, lock: Lock, decisions: readonly string[]): Finding[] {
  const found = (message: string, path = "package.json"): Finding => ({ path, line: 0, message });
  const versions = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies });
  const locked = Object.entries(lock.packages).filter(([path]) => path !== "");
  const inLock = (message: string) => found(message, "package-lock.json");
  return [
    ...versions
      .filter(([, version]) => !EXACT.test(version))
      .map(([name]) => found(`${name} is not pinned exactly`)),
    ...Object.keys(manifest.dependencies ?? {})
      .filter((name) => !decisions.some((text) => text.toLowerCase().includes(name.toLowerCase())))
      .map((name) => found(`no decision speaks of the runtime dependency ${name}`)),
    ...Object.keys(manifest.allowScripts ?? {})
      .filter((name) => !MAY_INSTALL.includes(name))
      .map((name) => found(`${name} may run an install script; only ${MAY_INSTALL.join()} may`)),
    ...locked
      .filter(([, each]) => each.integrity === undefined)
      .map(([path]) => inLock(`${path} has no integrity`)),
    ...locked
      .filter(([path, each]) => each.hasInstallScript === true && !MAY_INSTALL.includes(nameOf(path)))
      .map(([path]) => inLock(`${path} has an install script`)),
    ...locked.flatMap(([path, each]) =>
      Object.keys(each.optionalDependencies ?? {})
        .filter((name) => lock.packages[`node_modules/${name}`] === undefined)
        .map((name) => inLock(`${path} wants ${name}, which is absent: npm ci would refuse`)),
    ),
  ];
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf("node_modules/") + "node_modules/".length);
}
