/**
 * Debian's Chromium under Playwright: found where CHANCERY_CHROMIUM says or where
 * Debian puts it; null where there is none, and then tests of pages are skipped
 * with a line. Nothing is downloaded.
 */
import { existsSync } from "node:fs";
import { type Browser, chromium } from "playwright-core";

const PLACES = [process.env.CHANCERY_CHROMIUM ?? "", "/usr/bin/chromium", "/usr/bin/chromium-browser"];
/** No calls home, no first-run pages; the sandbox needs rights that a container lacks. */
const ARGUMENTS = [
  "--no-sandbox",
  "--disable-gpu",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];
const START_MS = 120_000;

/** Path of the browser, or null. */
export const chromiumPath: string | null = PLACES.find((path) => path !== "" && existsSync(path)) ?? null;

/** Why tests are skipped, or false. */
export const skipWithoutBrowser: string | false =
  chromiumPath === null ? "no Chromium here: install it, or name it with CHANCERY_CHROMIUM" : false;

/** The browser, started. */
export async function startChromium(): Promise<Browser> {
  return await chromium.launch({ executablePath: chromiumPath ?? "", args: ARGUMENTS, timeout: START_MS });
}
