/**
 * Pictures of every view, to be looked at: light and dark, wide and narrow, over
 * the examples and over an empty record, into .cache/shots; a long page in parts
 * that fit a screen to look at them. Names of views take those alone. With `--readme` the
 * three that the README shows are taken anew, into docs/images.
 */
import { mkdirSync } from "node:fs";
import { ROOT } from "../../scripts/checks/finding.ts";
import { allViews, type ViewAddress } from "./all-views.ts";
import { chromiumPath, startChromium } from "./chromium.ts";
import { serveRecord } from "./served-record.ts";
import { watchPage } from "./watched-page.ts";

const SIZES = { wide: { width: 1280, height: 900 }, narrow: { width: 360, height: 780 } } as const;
/** Pictures of the README: address, file, height. */
const README = [
  { name: "today", file: "today", height: 860 },
  { name: "timeline", file: "timeline", height: 860 },
  { name: "event-disputed", file: "event", height: 760 },
] as const;
/** Pixels of a part at most. */
const PART = 1_600;
const readme = process.argv.includes("--readme");
const only = process.argv.slice(2).filter((argument) => !argument.startsWith("--"));

if (chromiumPath === null) {
  console.error("No Chromium here: install it, or name it with CHANCERY_CHROMIUM.");
  process.exitCode = 1;
} else if (readme) await takeReadme();
else {
  await takeAll("full", "examples");
  await takeAll("empty");
}

async function takeAll(kind: string, ...sources: readonly string[]): Promise<void> {
  const record = await serveRecord(...sources);
  const browser = await startChromium();
  const views = (await allViews(record)).filter(({ name }) => only.length === 0 || only.includes(name));
  for (const colorScheme of ["light", "dark"] as const)
    for (const [size, viewport] of Object.entries(SIZES)) {
      const folder = `${ROOT}/.cache/shots/${kind}/${colorScheme}-${size}`;
      mkdirSync(folder, { recursive: true });
      const { page, open, faults, close } = await watchPage(browser, record.url, { colorScheme, viewport });
      for (const { name, path } of views) {
        await open(path);
        const height = await page.evaluate<number>("document.documentElement.scrollHeight");
        for (let part = 0; part * PART < height; part++)
          await page.screenshot({
            path: `${folder}/${name}${part === 0 ? "" : `-${part + 1}`}.png`,
            fullPage: true,
            clip: {
              x: 0,
              y: part * PART,
              width: viewport.width,
              height: Math.min(PART, height - part * PART),
            },
          });
      }
      console.log(
        `${folder}: ${views.length} pictures${faults.length > 0 ? `; faults: ${faults.join("; ")}` : ""}`,
      );
      await close();
    }
  await browser.close();
  await record.close();
}

async function takeReadme(): Promise<void> {
  const record = await serveRecord("examples");
  const browser = await startChromium();
  const views = new Map((await allViews(record)).map((view): [string, ViewAddress] => [view.name, view]));
  mkdirSync(`${ROOT}/docs/images`, { recursive: true });
  for (const { name, file, height } of README) {
    const { page, open, close } = await watchPage(browser, record.url, {
      colorScheme: "light",
      viewport: { width: 1200, height },
    });
    const view = views.get(name);
    if (view === undefined) throw new Error(`there is no view ${name}`);
    await open(view.path);
    await page.screenshot({ path: `${ROOT}/docs/images/${file}.png` });
    await close();
  }
  await browser.close();
  await record.close();
}
