/** Text as both databases can hold it, and names as they are looked up. */
import { searchWords } from "./search-words.ts";

/** The text as both databases can hold it: NUL and lone surrogates become U+FFFD, so that no offset moves. */
export function storable(text: string): string {
  return text.replaceAll("\0", "\ufffd").toWellFormed();
}

/** A name as it is looked up: its words in lower case, without accents. */
export function nameKey(name: string): string {
  return searchWords(storable(name)).join(" ");
}
