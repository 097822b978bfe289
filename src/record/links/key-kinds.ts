/** How the tables of keys name their kinds, and the day of reports that have none. */
import type { KeyKind } from "../../linking/types.ts";

export const KINDS: Readonly<Record<KeyKind, number>> = { copy: 0, story: 1, event: 2 };

/** Day of what has none: after all days. */
export const NO_DAY = 2 ** 30;
