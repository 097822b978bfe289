/** Names of the filters on the screen, and what each takes. */
export const FILTER_LABELS = {
  search: "Words",
  since: "From",
  until: "To",
  actor: "Who",
  recipient: "To whom",
  type: "Type",
  factuality: "Told as",
  outlet: "Outlet",
  all_versions: "Older versions too",
  standing: "Standing",
  min_lines: "Lines at least",
  story: "Story",
  speaker: "Speaker",
  addressee: "Addressee",
  kind: "Told",
  state: "State",
  place: "Place",
  about: "About",
  stance: "Stance",
} as const;

export type FilterName = keyof typeof FILTER_LABELS;

/** Values to choose from, by the heading of their group; "" where they need none. */
export type Choices = Readonly<Record<string, readonly string[]>>;

type Takes = "words" | "day" | "party" | "type" | "check" | "number" | Choices;

export const OPTIONS: Readonly<Record<FilterName, Takes>> = {
  search: "words",
  since: "day",
  until: "day",
  actor: "party",
  recipient: "party",
  type: "type",
  factuality: { "": ["actual", "future", "hypothetical", "negation", "historical"] },
  outlet: "words",
  all_versions: "check",
  standing: { "": ["reported", "confirmed", "denied", "planned", "done", "retracted"] },
  min_lines: "number",
  story: "words",
  speaker: "party",
  addressee: "party",
  kind: { "": ["direct", "mixed", "indirect"] },
  state: "party",
  place: "words",
  about: "party",
  stance: { "": ["for", "against"] },
};
