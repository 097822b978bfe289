/** SAFETY bars 1, 2 and 4: no hostile host is ever connected to. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { listen } from "../testing/loopback.ts";
import { addressFault } from "./address.ts";
import { checkUrl } from "./check-url.ts";
import { createFetcher } from "./create-fetcher.ts";

/** Hosts that lead to loopback, to private networks, to metadata services or nowhere. */
const HOSTILE = [
  ..."127.0.0.1 127.1 127.0.1 2130706433 017700000001 0x7f000001 0x7f.1 0177.0.0.1 127.0.0.1. 127.255.255.254".split(
    " ",
  ),
  ..."１２７.０.０.１ ①②⑦.0.0.1 127。0。0。1 0 0.0.0.0 0.1.2.3 000.000.000.000 localhost LOCALHOST localhost. a.localhost".split(
    " ",
  ),
  ..."ｌocalhost localhost.localdomain 10.0.0.1 10.255.255.255 0xa000001 172.16.0.1 172.31.255.255 192.168.0.1".split(
    " ",
  ),
  ..."192.168.1.1 3232235777 169.254.169.254 169.254.1.1 2852039166 0xa9fea9fe 100.64.0.1 100.100.100.200".split(
    " ",
  ),
  ..."100.127.255.255 168.63.129.16 192.0.0.192 192.0.0.8 192.0.2.1 198.51.100.7 203.0.113.9 198.18.0.1".split(
    " ",
  ),
  ..."224.0.0.1 239.255.255.250 240.0.0.1 255.255.255.255 [::1] [::] [0:0:0:0:0:0:0:1] [::ffff:127.0.0.1]".split(
    " ",
  ),
  ..."[::ffff:7f00:1] [::ffff:10.0.0.1] [::127.0.0.1] [::10.0.0.1] [2002:7f00:1::] [2002:a00:1::1]".split(
    " ",
  ),
  ..."[64:ff9b::127.0.0.1] [64:ff9b::a9fe:a9fe] [64:ff9b:1::1] [fe80::1] [febf::1] [fec0::1] [fc00::1] [fd00::1]".split(
    " ",
  ),
  ..."[fd00:ec2::254] [ff02::1] [ff0e::1] [2001::1] [2001:db8::1] [100::1] [3fff::1] [5f00::1] [4000::1]".split(
    " ",
  ),
  ..."router.lan nas.local metadata.google.internal printer home.arpa x.home.arpa hidden.onion intranet".split(
    " ",
  ),
];

test("no hostile host is connected to, and each is refused with its reason", async () => {
  const canary = await listen((_, answer) => answer.end("reached"));
  const six = await listen((_, answer) => answer.end("reached"), "::1").catch(() => null);
  const fetcher = createFetcher({ contact: "test@example.org", robots: false, limits: { tries: 1 } });
  try {
    assert.ok(HOSTILE.length >= 60, `${HOSTILE.length} hosts`);
    for (const host of HOSTILE) {
      for (const port of [canary.port, six?.port ?? canary.port]) {
        const outcome = await fetcher.fetchPage(`http://${host}:${port}/`);
        assert.equal(outcome.ok, false, host);
        if (!outcome.ok) assert.match(outcome.refusal.code, /^sources\/(?:private-address|bad-url)$/, host);
      }
    }
    assert.equal(canary.connections() + (six?.connections() ?? 0), 0);
  } finally {
    await canary.close();
    await six?.close();
  }
});

test("a name that leads to a private address is not connected to, whatever it answered before", async () => {
  const canary = await listen((_, answer) => answer.end("reached"));
  let asked = 0;
  const answers = (n: number) =>
    n % 2 === 0 ? [{ address: "127.0.0.1" }] : [{ address: "93.184.215.14" }, { address: "127.0.0.1" }];
  const resolve = async () => answers(asked++);
  const clock = { now: () => 0, sleep: async () => {} };
  const options = { contact: "test@example.org", robots: false, resolve, clock, limits: { tries: 1 } };
  const fetcher = createFetcher(options);
  try {
    for (let trial = 0; trial < 400; trial++) {
      const outcome = await fetcher.fetchPage(`http://news${trial}.example:${canary.port}/`);
      assert.equal(!outcome.ok && outcome.refusal.code, "sources/private-address");
    }
    assert.equal(canary.connections(), 0);
    assert.equal(asked, 400, "each name is resolved once");
  } finally {
    await canary.close();
  }
});

test("the connection goes to the address that was checked: there is no second resolution", async () => {
  const server = await listen((request, answer) => answer.end(request.headers.host));
  let asked = 0;
  const resolve = async () => {
    asked++;
    return [{ address: asked === 1 ? "127.0.0.1" : "10.0.0.1" }];
  };
  const fetcher = createFetcher({
    contact: "t@example.org",
    robots: false,
    resolve,
    allowPrivateNetworks: true,
  });
  try {
    const outcome = await fetcher.fetchPage(`http://rebound.example:${server.port}/`);
    assert.equal(outcome.ok && outcome.value.body.toString(), `rebound.example:${server.port}`);
    assert.equal(asked, 1);
  } finally {
    await server.close();
  }
});

test("the flag opens private networks, never metadata services and link-local addresses", () => {
  for (const address of ["127.0.0.1", "10.1.2.3", "192.168.1.1", "::1", "fd12::1"]) {
    assert.equal(addressFault(address, true), null, address);
    assert.notEqual(addressFault(address, false), null, address);
  }
  for (const address of [
    "169.254.169.254",
    "100.100.100.200",
    "168.63.129.16",
    "fd00:ec2::254",
    "224.0.0.1",
  ]) {
    assert.notEqual(addressFault(address, true), null, address);
  }
  for (const address of ["93.184.215.14", "8.8.8.8", "2606:4700::1111", "2001:4860:4860::8888"]) {
    assert.equal(addressFault(address, false), null, address);
  }
});

test("hosts written to mislead are the ones that browsers read", () => {
  const cases: readonly [given: string, host: string | null][] = [
    ["http://good.example\\@evil.example/", "good.example"],
    ["http://good.example@evil.example/", "evil.example"],
    ["http://user:pass@good.example:80/", "good.example"],
    ["http:\\\\good.example\\path", "good.example"],
    ["http:/good.example/", "good.example"],
    ["http://good.exa\tmple/", "good.example"],
    ["http://good.example%00.evil.example/", null],
    ["http://good.example%2f@evil.example/", "evil.example"],
    ["http://[::1%25eth0]/", null],
    ["http://good .example/", null],
    ["http://good.example:99999/", null],
    ["http://good<>.example/", null],
    ["http://ⓖood.example/", "good.example"],
    ["https://xn--/", null],
    ["file:///etc/passwd", null],
    ["ftp://good.example/", null],
    ["data:text/html,x", null],
    ["javascript:alert(1)", null],
    ["gopher://good.example:70/", null],
    ["http://good.example:22/", null],
    ["//good.example/", null],
    ["", null],
  ];
  for (const [given, host] of cases) {
    const outcome = checkUrl(given, false);
    assert.equal(outcome.ok ? outcome.value.hostname : null, host, given);
    if (outcome.ok) assert.equal(outcome.value.username + outcome.value.password, "", given);
  }
});
