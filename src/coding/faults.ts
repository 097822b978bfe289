/** The codes of this room: faults, and why a reading was set aside. */
export const CODING_FAULTS = {
  /** A pattern of an event rule cannot be read. */
  badPattern: "coding/bad-pattern",
  /** A list of cues that the code needs is absent from knowledge/lexicon. */
  noCue: "coding/no-cue",
} as const;

/** Why a reading became no mention of its own: shown by `explain`. */
export const SET_ASIDE_REASONS = {
  "coding/outscored": "Another rule asks for more of the same words and finds it.",
  "coding/content-of": "It is what another event of the sentence is about.",
  "coding/names-only": "Its words only tell which people or things are meant.",
  "coding/only-content": "Its words are an event only as what another is about.",
  "coding/no-event": "The words look like an event and are none, or stand under such words.",
  "coding/only-alleged": "It is only alleged, doubted or considered.",
  "coding/only-wanted": "It is only asked for or threatened by a noun that is no event here.",
  "coding/only-hoped": "Somebody else hopes for it.",
  "coding/only-supposed": "It stands under a condition, and actor or recipient is unknown.",
  "coding/inside-content": "It is told only inside what somebody asks for, hopes for, doubts or claims.",
  "coding/own-claim": "A speaker claims an act of their own.",
  "coding/no-party": "Neither actor nor recipient is known.",
  "coding/no-recipient": "The act needs somebody to whom it is done, and nobody is named.",
  "coding/no-speaker": "Nobody is named who says that somebody must.",
  "coding/bare-noun": "A noun without light verb names both parties nowhere.",
  "coding/background": "A participle or relative clause without an actor.",
  "coding/purpose": "It is only what another act is for.",
  "coding/overlapped": "A more certain mention tells the same event.",
  "coding/doubtful": "The trained judgement finds it more probably no event.",
  "coding/too-many": "The sentence has more certain mentions enough.",
} as const;
