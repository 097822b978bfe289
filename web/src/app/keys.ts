/**
 * Keys that work on every page. `j` and `k` move through the items of a page
 * (elements with `data-item`), `e` opens the evidence of the one in focus (its
 * `data-evidence` button), `/` goes to the search, `g` and a letter to a page.
 * Nothing is taken from somebody who types, or from the browser's own keys.
 */
import { place } from "./place.svelte.ts";
import { ROUTES } from "./routes.ts";

export interface KeyActions {
  help(): void;
}

/** Listens from now on; gives back how to stop. */
export function listenToKeys(actions: KeyActions): () => void {
  let afterG = 0;
  const onKey = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    const route =
      performance.now() - afterG < 1_500 ? ROUTES.find(({ key }) => key === event.key) : undefined;
    afterG = event.key === "g" ? performance.now() : 0;
    if (route !== undefined) place.go(route.path);
    else if (event.key === "/") focusOn(document.querySelector<HTMLElement>("#search"));
    else if (event.key === "?") actions.help();
    else if (event.key === "j") move(1);
    else if (event.key === "k") move(-1);
    else if (event.key === "e") itemInFocus()?.querySelector<HTMLElement>("[data-evidence]")?.click();
    else return;
    event.preventDefault();
  };
  document.addEventListener("keydown", onKey);
  return () => document.removeEventListener("keydown", onKey);
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.closest("dialog") !== null ||
      target.isContentEditable ||
      /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  );
}

function items(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>("[data-item]")].filter(
    (item) => item.offsetParent !== null,
  );
}

function itemInFocus(): HTMLElement | null {
  return document.activeElement?.closest<HTMLElement>("[data-item]") ?? null;
}

function move(step: 1 | -1): void {
  const all = items();
  const here = itemInFocus();
  const at = here === null ? (step === 1 ? -1 : all.length) : all.indexOf(here);
  const next = all[Math.max(0, Math.min(all.length - 1, at + step))];
  focusOn(next?.querySelector<HTMLElement>("a, button") ?? null);
}

function focusOn(element: HTMLElement | null): void {
  element?.focus({ focusVisible: true } as FocusOptions);
  element?.scrollIntoView({ block: "nearest" });
}
