/**
 * Where the reader is: path and query of the address, as state. Views keep their
 * filters, brushes and selections here and nowhere else, so that an address can
 * be reloaded, sent and gone back to.
 */
type Change = Readonly<Record<string, string | number | readonly string[] | null | undefined>>;

class Place {
  path = $state(location.pathname);
  query = $state.raw(new URLSearchParams(location.search));

  constructor() {
    addEventListener("popstate", () => this.read());
  }

  /** The value of a parameter, or "". */
  get(name: string): string {
    return this.query.get(name) ?? "";
  }

  /** All values of a parameter. */
  all(name: string): string[] {
    return this.query.getAll(name).filter((value) => value !== "");
  }

  /** Opens an address of these pages, at its top. */
  go(href: string): void {
    history.pushState(null, "", href);
    this.read();
    scrollTo(0, 0);
  }

  /** Changes parameters and stays where it is; null, "" and an empty list take one away.
   * @param replace true while something moves (a brush, typing): it makes no new step to go back to */
  set(change: Change, replace = false): void {
    const href = this.with(change);
    if (href === location.pathname + location.search) return;
    if (replace) history.replaceState(null, "", href);
    else history.pushState(null, "", href);
    this.read();
  }

  /** The address of this view with other parameters. */
  with(change: Change): string {
    return this.path + withParameters(this.query, change);
  }

  private read(): void {
    this.path = location.pathname;
    this.query = new URLSearchParams(location.search);
  }
}

/** Where the reader is. */
export const place = new Place();

/** A query string with these parameters changed, with its question mark, or "". */
export function withParameters(query: URLSearchParams, change: Change): string {
  const next = new URLSearchParams(query);
  for (const [name, value] of Object.entries(change)) {
    next.delete(name);
    for (const each of Array.isArray(value) ? value : [value]) {
      if (each !== null && each !== undefined && each !== "") next.append(name, String(each));
    }
  }
  const text = next.toString();
  return text === "" ? "" : `?${text}`;
}

/** Lets links of these pages change the view instead of loading anew. Call it once. */
export function followLinks(): void {
  document.addEventListener("click", (click) => {
    if (
      click.defaultPrevented ||
      click.button !== 0 ||
      click.metaKey ||
      click.ctrlKey ||
      click.shiftKey ||
      click.altKey
    )
      return;
    const link = click.target instanceof Element ? click.target.closest("a") : null;
    if (link === null || link.hasAttribute("download") || link.target !== "") return;
    const url = new URL(link.href, location.href);
    if (url.origin !== location.origin || url.pathname.startsWith("/api/")) return;
    if (url.hash !== "" && url.pathname === location.pathname) return;
    click.preventDefault();
    place.go(url.pathname + url.search + url.hash);
  });
}
