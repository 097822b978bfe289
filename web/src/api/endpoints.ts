/** Which endpoints the API has that these pages were built with: what it lacks is not asked for, nor named in the masthead. */
import knowledge from "virtual:knowledge";

const KNOWN = new Set(knowledge.endpoints);

/** True where the API has the endpoint, such as `/events` or `/explain/{}/{}`. */
export function hasEndpoint(path: string): boolean {
  return KNOWN.has(path);
}
