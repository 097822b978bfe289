/**
 * A page under watch: whatever it should not do is noted. Errors, breaches of the
 * policy, requests to other hosts, dialogs, answers that failed, and calls of the
 * canary that hostile texts try to wake.
 */
import type { Browser, BrowserContextOptions, Page } from "playwright-core";

export interface WatchedPage {
  readonly page: Page;
  /** What went wrong so far. */
  readonly faults: string[];
  /** Opens an address of the served record and waits until it has settled. */
  open(path: string): Promise<void>;
  /** Waits until nothing is being fetched. */
  settle(): Promise<void>;
  close(): Promise<void>;
}

const PATIENCE_MS = 60_000;
/** A breach of the policy becomes an error of the console. */
const NOTE_BREACHES = `addEventListener("securitypolicyviolation", (event) =>
  console.error("policy: " + event.violatedDirective + " " + event.blockedURI + " " + event.sourceFile + ":" + event.lineNumber))`;
/** Hostile texts call it. */
export const CANARY = "__canary";

/** A page of its own, watched from the beginning. */
export async function watchPage(
  browser: Browser,
  url: string,
  options: BrowserContextOptions = {},
): Promise<WatchedPage> {
  const context = await browser.newContext({ reducedMotion: "reduce", locale: "en-GB", ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE_MS);
  const faults: string[] = [];
  page.on("pageerror", (error) => faults.push(`error: ${error.message}`));
  page.on("console", (message) => {
    if (message.type() === "error" || message.text().includes(CANARY))
      faults.push(`console: ${message.text()} ${message.location().url}`.trim());
  });
  page.on("dialog", (dialog) => {
    faults.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on("request", (request) => {
    if (!request.url().startsWith(url) && !/^(?:blob|data):/.test(request.url()))
      faults.push(`request: ${request.url()}`);
  });
  await page.exposeFunction(CANARY, () => void faults.push("canary: a text ran"));
  await page.addInitScript(NOTE_BREACHES);
  const settle = async () => {
    await page.locator("main h1, main h2").first().waitFor({ state: "attached" });
    await page.waitForSelector("[role=status], [aria-busy=true]", { state: "detached" });
  };
  return {
    page,
    faults,
    settle,
    async open(path) {
      await page.goto(url + path);
      await settle();
    },
    async close() {
      await context.close();
    },
  };
}
