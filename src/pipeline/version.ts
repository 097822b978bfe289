/** The version of the product, from package.json: beside src/ in a checkout, beside dist/ in the package. */
import { readFileSync } from "node:fs";

const file = new URL("../../package.json", import.meta.url);

export const VERSION: string = (JSON.parse(readFileSync(file, "utf8")) as { version: string }).version;
