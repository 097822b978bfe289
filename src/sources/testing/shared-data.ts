/** The development data beside the checkout, where it is there. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const DATA = fileURLToPath(new URL("../../../../shared/data/", import.meta.url));

/** Why a test that needs the folder is skipped; false where it is there. */
export function lacking(folder: string): string | false {
  return existsSync(`${DATA}${folder}`) ? false : `../shared/data/${folder} is absent`;
}

/** The files of a folder, by name. */
export function filesOf(folder: string): { readonly name: string; readonly bytes: Buffer }[] {
  return readdirSync(`${DATA}${folder}`)
    .sort()
    .map((name) => ({ name, bytes: readFileSync(`${DATA}${folder}/${name}`) }));
}
