/**
 * Results of the stages of training, kept in a folder so that a run that was
 * stopped can go on (`--resume`); without it every stage is done anew.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

export class Cache {
  readonly #folder: string;
  readonly #resume: boolean;

  constructor(folder: string, resume: boolean) {
    this.#folder = folder;
    this.#resume = resume;
    mkdirSync(folder, { recursive: true });
  }

  /** The bytes of the stage: read when they are there and may be, made and kept otherwise. */
  bytes(name: string, make: () => Uint8Array): Uint8Array {
    const path = join(this.#folder, name);
    if (this.#resume && existsSync(path)) return readFileSync(path);
    const made = make();
    writeFileSync(path, made);
    return made;
  }

  /** The JSON value of the stage, in the same way. */
  json<T>(name: string, make: () => T): T {
    const encode = () => Buffer.from(JSON.stringify(make()), "utf8");
    return JSON.parse(Buffer.from(this.bytes(name, encode)).toString("utf8")) as T;
  }
}
