/** The record of the examples, served and opened in a page under watch: what most suites begin with. */
import { startChromium } from "./chromium.ts";
import { type ServedRecord, serveRecord } from "./served-record.ts";
import { type WatchedPage, watchPage } from "./watched-page.ts";

export interface ExamplesPage {
  readonly record: ServedRecord;
  readonly watched: WatchedPage;
  /** Ends page, browser and server. */
  close(): Promise<void>;
}

/** Opens them in a window of usual size. */
export async function openExamples(): Promise<ExamplesPage> {
  const [browser, record] = await Promise.all([startChromium(), serveRecord("examples")]);
  const watched = await watchPage(browser, record.url, { viewport: { width: 1280, height: 900 } });
  return {
    record,
    watched,
    async close() {
      await watched.close();
      await browser.close();
      await record.close();
    },
  };
}
