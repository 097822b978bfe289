/**
 * Texts with one unit for each byte of their UTF-8: V8 keeps such a text in half
 * the memory, where one letter beyond Latin-1 would double that of all others.
 * The great tables are held so; what is sought in them is made bytes before,
 * what is found becomes letters again.
 */

const ASCII = /^[\x00-\x7F]*$/;

/** The text with a unit for each byte. */
export function bytesOf(text: string): string {
  return ASCII.test(text) ? text : Buffer.from(text, "utf8").toString("latin1");
}

/** The letters of such a text. */
export function lettersOf(bytes: string): string {
  return ASCII.test(bytes) ? bytes : Buffer.from(bytes, "latin1").toString("utf8");
}
