/** The cards of knowledge/models in, models whose files are not those that their card names out. */
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import type { Finding } from "./finding.ts";

interface Card {
  readonly files: readonly { readonly file: string; readonly sha256: string }[];
}

/** Models without a card, files that a card does not name, and files that differ from their digest. */
export function checkModelCards(root: string): Finding[] {
  const models = `${root}/knowledge/models`;
  if (!existsSync(models)) return [];
  return readdirSync(models, { withFileTypes: true }).flatMap((entry) => {
    const path = `knowledge/models/${entry.name}`;
    if (!entry.isDirectory()) return [{ path, line: 0, message: "a model is a folder with a card" }];
    const cardPath = `${root}/${path}/card.json`;
    if (!existsSync(cardPath)) return [{ path, line: 0, message: "the model has no card.json" }];
    const { files } = JSON.parse(readFileSync(cardPath, "utf8")) as Card;
    return [...unnamed(root, path, files), ...changed(root, path, files)];
  });
}

function unnamed(root: string, path: string, files: Card["files"]): Finding[] {
  return readdirSync(`${root}/${path}`)
    .filter((name) => !/^card\.json$|\.md$/.test(name) && !files.some((each) => each.file === name))
    .map((name) => ({ path: `${path}/${name}`, line: 0, message: "the card does not name it" }));
}

function changed(root: string, path: string, files: Card["files"]): Finding[] {
  return files.flatMap(({ file, sha256 }) => {
    const at = { path: `${path}/${file}`, line: 0 };
    if (!existsSync(`${root}/${at.path}`)) return [{ ...at, message: "the card names it, but it is absent" }];
    const digest = createHash("sha256")
      .update(readFileSync(`${root}/${at.path}`))
      .digest("hex");
    return digest === sha256 ? [] : [{ ...at, message: "differs from the digest in its card: train again" }];
  });
}
