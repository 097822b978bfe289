/** When the reader was here before this visit, as this browser remembers it; null on the first visit. */
const LAST = "chancery-last-visit";
const THIS = "chancery-this-visit";

/** Moment (ISO 8601) of the last page opened in an earlier visit; a visit is a tab's session. */
export function lastVisit(): string | null {
  try {
    const kept = sessionStorage.getItem(THIS);
    const before = kept ?? localStorage.getItem(LAST) ?? "";
    sessionStorage.setItem(THIS, before);
    localStorage.setItem(LAST, new Date().toISOString());
    return before === "" ? null : before;
  } catch {
    return null;
  }
}
