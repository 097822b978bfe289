/**
 * Files of web/ in, breaches of the rules for pages out: no markup made of
 * texts, no style or script that the policy of the server would refuse, requests
 * by one file only and to no other host, imports from the pages themselves, from
 * Svelte, from the calendar of src/base, and the types of the API's client.
 */
import type { Finding, TreeFile } from "./finding.ts";

/** The one file that asks the API. */
const MAY_FETCH = ["web/src/api/client.ts", "web/src/api/stream.ts"];
/** Plain values of src/ that pages share; anything else they get from the API. */
const SHARED = ["src/base/day.ts"];
/** The one file that names the types of the API's answers. */
const CONTRACT = /^import type .* from "\.\.\/\.\.\/\.\.\/src\/client\.ts";$/;
const MAY_NAME_CONTRACT = "web/src/api/types.ts";
const PACKAGES = /^(?:svelte(?:\/[\w/]+)?|virtual:[\w-]+)$/;

const FORBIDDEN: readonly (readonly [pattern: RegExp, why: string])[] = [
  [/\{@html\b/, "{@html} makes markup of a text: use text nodes"],
  [/\b(?:innerHTML|outerHTML|insertAdjacentHTML|srcdoc)\b/, "Trusted Types refuse it: use text nodes"],
  [/\sstyle="/, "the policy refuses style attributes: use a class, or style:name={…}"],
  [/\s(?:on[a-z]+)="/, "the policy refuses handlers in attributes"],
  [/\beval\(|\bnew Function\(/, "the policy refuses it"],
];
const FETCHES = /\b(?:fetch\(|new (?:XMLHttpRequest|EventSource|WebSocket)\b|sendBeacon\()/;
/** Names of vocabularies, which nobody fetches. */
const ADDRESS = /https?:\/\/(?!www\.w3\.org\/)[\w.-]+/;
const IMPORT = /(?:from|import)\s*\(?\s*"([^"]+)"/g;

/** What one file of web/src breaks. */
export function checkWebRules(file: TreeFile): Finding[] {
  if (!/^web\/src\/.*\.(?:ts|svelte|css)$/.test(file.path) || file.path.endsWith(".test.ts")) return [];
  return file.text.split("\n").flatMap((text, index) => {
    const found = (message: string): Finding => ({ path: file.path, line: index + 1, message });
    return [
      ...FORBIDDEN.filter(([pattern]) => pattern.test(text)).map(([, why]) => found(why)),
      ...(FETCHES.test(text) && !MAY_FETCH.includes(file.path)
        ? [found(`only ${MAY_FETCH.join(" and ")} may make requests`)]
        : []),
      ...(ADDRESS.test(text) ? [found("pages name no other host")] : []),
      ...[...text.matchAll(IMPORT)].flatMap(([, target = ""]) =>
        mayImport(file.path, target) || (file.path === MAY_NAME_CONTRACT && CONTRACT.test(text))
          ? []
          : [found(`pages may not import "${target}"`)],
      ),
    ];
  });
}

function mayImport(path: string, target: string): boolean {
  if (!target.startsWith(".")) return PACKAGES.test(target);
  const resolved = new URL(target, `file:///${path}`).pathname.slice(1);
  return resolved.startsWith("web/src/") || SHARED.includes(resolved);
}
