/**
 * SAFETY bar 4: the host that was checked is the host that is connected, for
 * addresses written to be read in two ways. The cases are made here, in the
 * manner of the URL tests of the WPT: schemes, slashes, users, hosts, ports and
 * ends combined; what the fetcher asks the resolver for and what the server is
 * then asked for must both be what the WHATWG parser of the platform says.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import { listen } from "../testing/loopback.ts";
import { createFetcher } from "./create-fetcher.ts";

const STARTS = [
  "http://",
  "http:",
  "http:/",
  "http:\\\\",
  "http:/\\",
  " http://",
  "ht\ntp://",
  "HTTP://",
  "http:////",
];
const USERS = [
  "",
  "u@",
  "u:p@",
  "good.example@",
  "good.example:80@",
  "%40@",
  "a@b@",
  "good.example%2f@",
  "\\@",
];
const HOSTS = [
  "evil.example",
  "EVIL.example",
  "evil.example.",
  "ev\til.example",
  "ｅvil.example",
  "evil。example",
  "good.example#@evil.example",
  "good.example?@evil.example",
  "good.example\\evil.example",
  "good.example;evil.example",
  "good.example&evil.example",
  "%65vil.example",
  "evil%2eexample",
  "xn--evil.example",
  "évil.example",
  "evil_under.example",
  "evil.example%00good.example",
  "evil example",
];
const ENDS = ["/", "/a\\..\\b", "?q=http://good.example/", "#@good.example/", "/%2e%2e/x", ""];

test("the host that is checked is the host that is connected", { timeout: 300_000 }, async () => {
  const hostsSeen: string[] = [];
  const server = await listen((request, answer) => {
    hostsSeen.push(request.headers.host ?? "");
    answer.end("reached");
  });
  const resolved: string[] = [];
  const fetcher = createFetcher({
    contact: "t@example.org",
    robots: false,
    allowPrivateNetworks: true,
    resolve: async (host) => {
      resolved.push(host);
      return [{ address: "127.0.0.1" }];
    },
    clock: { now: () => 0, sleep: async () => {} },
    limits: { tries: 1 },
  });
  let [reached, refused] = [0, 0];
  try {
    const cases = STARTS.flatMap((start) =>
      USERS.flatMap((user) => HOSTS.map((host, n) => [start, user, host, ENDS[n % ENDS.length]!] as const)),
    );
    assert.ok(cases.length >= 891, `${cases.length} cases`);
    for (const [start, user, host, end] of cases) {
      // The port goes where a careful reader would put it; the parser may see it elsewhere.
      const given = `${start}${user}${host}:${server.port}${end}`;
      hostsSeen.length = 0;
      resolved.length = 0;
      const outcome = await fetcher.fetchPage(given);
      const parsed = URL.canParse(given) ? new URL(given) : null;
      if (parsed === null) {
        assert.equal(outcome.ok, false, given);
        assert.deepEqual([hostsSeen, resolved], [[], []], given);
        refused += 1;
        continue;
      }
      const bare = parsed.hostname.replace(/\.+$/, "");
      for (const name of resolved) assert.equal(name.replace(/\.+$/, ""), bare, given);
      for (const seen of hostsSeen) assert.equal(seen, parsed.host, given);
      if (hostsSeen.length > 0) reached += 1;
      if (outcome.ok) assert.equal(new URL(outcome.value.finalUrl).host, parsed.host, given);
    }
    assert.ok(reached > 300 && refused > 50, `${reached} reached, ${refused} refused`);
  } finally {
    await server.close();
  }
});
