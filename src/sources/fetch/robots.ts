/**
 * The text of a robots.txt in, its verdicts out. Groups for the same agent are
 * merged, the longest rule wins, allow wins ties, `*` and `$` are wildcards.
 * A rule is matched piece by piece from left to right, so that the cost is that
 * of a search, whatever the number of stars.
 *
 * @see RFC 9309
 */
const MOST_BYTES = 500 * 1024;

interface Rule {
  readonly allow: boolean;
  /** Length of the pattern in bytes: the longest wins. */
  readonly length: number;
  readonly pieces: readonly string[];
  readonly toEnd: boolean;
}

interface Group {
  readonly rules: Rule[];
  crawlDelayS: number | null;
}

export interface Robots {
  /** True where the path with its query may be fetched. */
  isAllowed(pathAndQuery: string): boolean;
  /** Seconds that the host asks to leave between two requests; null where it asks for nothing. */
  readonly crawlDelayS: number | null;
  readonly sitemaps: readonly string[];
}

/** Everything is allowed: there is no robots.txt. */
export const ALLOW_ALL: Robots = { isAllowed: () => true, crawlDelayS: null, sitemaps: [] };

/** What the file says to the agent; of a file over 500 KiB the rest is not read.
 * @param token the product's name, such as `chancery` */
export function parseRobots(bytes: Buffer, token: string): Robots {
  const text = new TextDecoder("utf-8").decode(bytes.subarray(0, MOST_BYTES));
  const named: Group = { rules: [], crawlDelayS: null };
  const others: Group = { rules: [], crawlDelayS: null };
  let isNamed = false;
  let current: Group[] = [];
  let inRules = true;
  const sitemaps: string[] = [];
  for (const line of text.split(/\r\n|\r|\n/)) {
    const [, key = "", value = ""] = /^\s*([\w-]+)\s*:\s*([^#]*)/.exec(line) ?? [];
    const name = key.toLowerCase();
    const given = value.trim();
    if (name === "user-agent") {
      if (inRules) current = [];
      inRules = false;
      const agent = /^\*(?=\s|$)|^[a-z_-]+/i.exec(given)?.[0].toLowerCase();
      if (agent === token.toLowerCase()) {
        isNamed = true;
        current.push(named);
      } else if (agent === "*") current.push(others);
    } else if (name === "allow" || name === "disallow") {
      inRules = true;
      if (given !== "") for (const group of current) group.rules.push(ruleOf(given, name === "allow"));
    } else if (name === "crawl-delay") {
      inRules = true;
      const seconds = Number(given);
      if (given !== "" && seconds >= 0) for (const group of current) group.crawlDelayS = seconds;
    } else if (name === "sitemap" && given !== "" && sitemaps.length < 1000) sitemaps.push(given);
  }
  const { rules, crawlDelayS } = isNamed ? named : others;
  return { isAllowed: (path) => isAllowed(normal(path), rules), crawlDelayS, sitemaps };
}

function ruleOf(given: string, allow: boolean): Rule {
  const toEnd = given.endsWith("$");
  const pattern = normal(toEnd ? given.slice(0, -1) : given);
  const pieces = pattern.split(/\*+/);
  return { allow, length: Buffer.byteLength(given), pieces, toEnd };
}

function isAllowed(path: string, rules: readonly Rule[]): boolean {
  if (path === "/robots.txt") return true;
  let best: Rule | null = null;
  for (const rule of rules) {
    const wins = best === null || rule.length > best.length || (rule.length === best.length && rule.allow);
    if (wins && matches(path, rule)) best = rule;
  }
  return best === null || best.allow;
}

function matches(path: string, { pieces, toEnd }: Rule): boolean {
  const first = pieces[0] ?? "";
  if (!path.startsWith(first)) return false;
  if (pieces.length === 1) return !toEnd || path.length === first.length;
  let at = first.length;
  for (let k = 1; k < pieces.length - 1; k++) {
    const found = path.indexOf(pieces[k]!, at);
    if (found === -1) return false;
    at = found + pieces[k]!.length;
  }
  const last = pieces.at(-1)!;
  return toEnd ? path.length - last.length >= at && path.endsWith(last) : path.indexOf(last, at) !== -1;
}

/** The same path for the same bytes: non-ASCII encoded, escapes in capitals, needless escapes undone. */
function normal(path: string): string {
  return path
    .replace(/[^\x21-\x7e]+/g, (run) => encodeURIComponent(run.toWellFormed()))
    .replace(/%[0-9a-f]{2}/gi, (coded) => {
      const char = String.fromCharCode(Number.parseInt(coded.slice(1), 16));
      return /[A-Za-z0-9._~-]/.test(char) ? char : coded.toUpperCase();
    });
}
