/**
 * What a person decides on the pages: another code, no event, apart, together.
 * Each changes the record, is listed, outlives a new coding, and can be taken back.
 */
import assert from "node:assert/strict";
import { after, before, suite, test } from "node:test";
import type { Browser, Page } from "playwright-core";
import { skipWithoutBrowser, startChromium } from "./chromium.ts";
import { type Answer, type ServedRecord, serveRecord } from "./served-record.ts";
import { type WatchedPage, watchPage } from "./watched-page.ts";

suite("decisions", { skip: skipWithoutBrowser }, () => {
  let browser: Browser;
  let record: ServedRecord;
  let watched: WatchedPage;
  let page: Page;
  /** All events as they were before anything was decided. */
  let untouched: Answer[];
  /** Ids of mentions that a later test looks at again. */
  const decided: Record<string, string> = {};

  before(async () => {
    [browser, record] = await Promise.all([startChromium(), serveRecord("examples")]);
    watched = await watchPage(browser, record.url, { viewport: { width: 1280, height: 900 } });
    page = watched.page;
    untouched = await events();
  });
  after(async () => {
    await watched?.close();
    await browser?.close();
    await record?.close();
  });

  const events = async (): Promise<Answer[]> => (await record.json("/events?limit=1000")).data;
  const eventOf = async (mention: string): Promise<string | null> =>
    (await record.json(`/mentions/${mention}`)).event_id;
  const alone = (type: string) =>
    untouched.filter(({ event, mentions }) => event === type && mentions.length === 1);

  async function open(id: string): Promise<void> {
    await watched.open(`/events/${id}`);
    await page.getByText("Decide otherwise").click();
  }
  const CHOICES = ["sentence", "verdict", "code"] as const;
  const choose = (what: (typeof CHOICES)[number], value: string) =>
    page.locator("aside details select").nth(CHOICES.indexOf(what)).selectOption(value);
  /** Waits until the server has answered what was sent. */
  async function send(button: string): Promise<void> {
    const answered = page.waitForResponse(
      (response) => response.url().endsWith("/decisions") && response.request().method() === "POST",
    );
    await page.getByRole("button", { name: button, exact: true }).click();
    assert.equal((await answered).status(), 201);
  }

  test("another code: the page tells it anew", async () => {
    const [event] = alone("ACCUSE");
    const mention: string = event.mentions[0];
    decided.code = mention;
    await open(event.id);
    await choose("verdict", "code");
    await choose("code", "REJECT");
    await page.getByLabel("Why, for those").fill("A refusal, not a charge");
    await send("Decide");
    await page.getByText("given another code").waitFor();
    await watched.settle();
    assert.equal((await record.json(`/mentions/${mention}`)).event, "REJECT");
    assert.match(await page.locator("main header").innerText(), /reject/i);
    assert.match(await page.locator("aside details").innerText(), /A refusal, not a charge/);
  });

  test("no event: it leaves the lists, and the way back is shown", async () => {
    const [event] = alone("CONSULT");
    decided["no-event"] = event.mentions[0];
    await open(event.id);
    await choose("verdict", "no-event");
    await send("Decide");
    await page.waitForURL(/\/decisions$/);
    await watched.settle();
    assert.match(await page.locator("main").innerText(), /no event/i);
    assert.equal(await eventOf(event.mentions[0]), null);
    assert.equal(
      (await events()).some(({ id }) => id === event.id),
      false,
    );
  });

  test("apart: a sentence becomes an event of its own", async () => {
    const event = untouched.find(({ mentions }) => mentions.length === 2);
    const [first, second] = event.mentions;
    decided.split = `${first} ${second}`;
    await open(event.id);
    await choose("sentence", second);
    await choose("verdict", "split");
    await send("Decide");
    await page.getByText("kept apart").waitFor();
    assert.notEqual(await eventOf(first), await eventOf(second));
  });

  test("together: two events become one, with both sentences as evidence", async () => {
    const [one, other] = alone("REQUEST");
    decided.join = `${one.mentions[0]} ${other.mentions[0]}`;
    await open(one.id);
    await page.getByLabel("It is one with").fill(other.id);
    await send("Join");
    await page.getByText("joined", { exact: true }).waitFor();
    await watched.settle();
    const [a, b] = decided.join.split(" ");
    assert.equal(await eventOf(a!), await eventOf(b!));
    assert.equal(await page.locator(".main .evidence li").count(), 2);
    await page.getByRole("link", { name: "no. 2" }).click();
    await page.waitForURL(/why=m_/);
    await page.getByText("a person decided", { exact: false }).waitFor();
  });

  test("all of it outlives a new coding", async () => {
    record.run("recode");
    const { code = "", split = "", join = "" } = decided;
    assert.equal((await record.json(`/mentions/${code}`)).event, "REJECT");
    assert.equal(await eventOf(decided["no-event"]!), null);
    const [x, y] = split.split(" ");
    assert.notEqual(await eventOf(x!), await eventOf(y!));
    const [a, b] = join.split(" ");
    assert.equal(await eventOf(a!), await eventOf(b!));
    await watched.open("/decisions");
    assert.equal(await page.locator("main li").count(), 4);
    await page.reload();
    await watched.settle();
    assert.equal(await page.locator("main li").count(), 4);
  });

  test("taken back, the record is as it was", async () => {
    await watched.open("/decisions");
    for (let left = 4; left > 0; left--) {
      const answered = page.waitForResponse((response) => response.request().method() === "DELETE");
      await page.getByRole("button", { name: "take back" }).first().click();
      assert.equal((await answered).status(), 200);
      await page
        .locator("main li")
        .nth(left - 1)
        .waitFor({ state: "detached" });
      await watched.settle();
    }
    await page.getByText("Nobody has decided anything yet").waitFor();
    const key = ({ event, mentions }: Answer) => `${event} ${[...mentions].sort().join(" ")}`;
    assert.deepEqual((await events()).map(key).sort(), untouched.map(key).sort());
    assert.deepEqual(watched.faults, []);
  });
});
