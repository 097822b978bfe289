/** Reason codes of the language room. */

/** A sentence had more tokens than the limit and was cut there. */
export const SENTENCE_TOO_LONG = "language/sentence-too-long";
/** A line of CoNLL-U could not be read. */
export const BAD_CONLLU = "language/bad-conllu";
