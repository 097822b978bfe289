/** Reason codes of the language room. */

/** A sentence had more tokens than the limit and was cut there. */
export const SENTENCE_TOO_LONG = "language/sentence-too-long";
/** A model file is not of the format that this version reads. */
export const BAD_MODEL = "language/bad-model";
/** A line of CoNLL-U could not be read. */
export const BAD_CONLLU = "language/bad-conllu";
