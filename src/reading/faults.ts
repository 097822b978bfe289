/** The codes of this room: why a page is no report, and what a report was read without. */
export const READING_FAULTS = {
  "reading/empty": "The page holds no text, or too little to be a report.",
  "reading/language": "The text is in a language that is not read.",
  "reading/no-date": "No day of publication was found.",
  "reading/bad-date": "The day given with the page is no day of the calendar.",
  "reading/future-date": "The day found lies in the future or far from any news and was not taken.",
} as const;

export type ReadingFaultCode = keyof typeof READING_FAULTS;
