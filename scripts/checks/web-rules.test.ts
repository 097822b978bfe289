import assert from "node:assert/strict";
import { test } from "node:test";
import { checkWebRules } from "./web-rules.ts";

const BREACHES: readonly (readonly [path: string, text: string, why: RegExp])[] = [
  ["web/src/parts/A.svelte", "<p>{@html report.text}</p>", /markup of a text/],
  ["web/src/parts/a.ts", "element.innerHTML = text;", /text nodes/],
  ["web/src/parts/A.svelte", '<p style="color: red">x</p>', /style attributes/],
  ["web/src/parts/A.svelte", '<p onclick="go()">x</p>', /handlers/],
  ["web/src/views/A.svelte", 'const answer = await fetch("/api/v1/events");', /may make requests/],
  ["web/src/views/A.svelte", 'new EventSource("/api/v1/reads/1")', /may make requests/],
  ["web/src/style/a.css", "@import url(https://fonts.example/serif.css);", /no other host/],
  ["web/src/views/a.ts", 'import { openRecord } from "../../../src/record/index.ts";', /may not import/],
  ["web/src/api/types.ts", 'import { createClient } from "../../../src/client.ts";', /may not import/],
  ["web/src/views/a.ts", 'import type { EventJson } from "../../../src/client.ts";', /may not import/],
  ["web/src/views/a.ts", 'import { readFileSync } from "node:fs";', /may not import/],
  ["web/src/views/a.ts", 'import { csv } from "d3";', /may not import/],
];

for (const [path, text, why] of BREACHES) {
  test(`web rules refuse ${text}`, () => {
    const [finding, ...more] = checkWebRules({ path, text });
    assert.match(finding?.message ?? "", why);
    assert.equal(more.length, 0);
  });
}

const ALLOWED: readonly (readonly [path: string, text: string])[] = [
  ["web/src/parts/A.svelte", "<i style:width={`${share}%`} onclick={() => go()}></i>"],
  ["web/src/api/client.ts", "response = await fetch(href, init);"],
  ["web/src/logic/a.ts", 'import { dayNumber } from "../../../src/base/day.ts";'],
  ["web/src/views/a.ts", 'const view = () => import("../views/Today.svelte");'],
  ["web/src/api/types.ts", 'import type * as Api from "../../../src/client.ts";'],
  ["web/src/views/a.ts", 'import { mount } from "svelte";'],
  ["web/build/a.ts", 'import { readFileSync } from "node:fs";'],
];

for (const [path, text] of ALLOWED) {
  test(`web rules allow ${text}`, () => assert.deepEqual(checkWebRules({ path, text }), []));
}
