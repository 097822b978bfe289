/**
 * The names under which the parser's network knows a word: its form, endings,
 * beginning, shape and tag. Each name that the model has leads to a row of its
 * table; the rows of a word are added up.
 */
import { isHeadline, normalForm } from "../tag/word-table.ts";

/** Names per word; a name that the model lacks is left out, a form that it lacks is "w:". */
export const KEYS_PER_WORD = 7;
/** The form of a word that the model does not know. */
export const UNKNOWN_WORD = "w:";
/** The root, which stands before the first word. */
export const ROOT_KEY = "r:";

/** Capitals, digits and marks of a form, as a short string. */
export function shapeKey(form: string, first: boolean, headline: boolean): string {
  let shape = "";
  const limit = Math.min(form.length, 16);
  for (let i = 0; i < limit; i++) {
    const code = form.charCodeAt(i);
    let mark = "-";
    if (code >= 97 && code <= 122) mark = "x";
    else if (code >= 65 && code <= 90) mark = "X";
    else if (code >= 48 && code <= 57) mark = "0";
    else if (code > 127) mark = "u";
    if (!shape.endsWith(mark + mark)) shape += mark;
  }
  return `h:${shape}${first ? "1" : ""}${headline ? "h" : ""}`;
}

/** What the names of a form wherever it stands begin with; that of the form itself comes first. */
export const FORM_KINDS = ["w:", "2:", "3:", "4:", "p:"] as const;

/** The names of a form wherever it stands, without what they begin with: FORM_KINDS. */
export function formParts(form: string): string[] {
  const lower = normalForm(form.length > 40 ? form.slice(0, 40) : form);
  return [lower, lower.slice(-2), lower.slice(-3), lower.slice(-4), lower.slice(0, 3)];
}

/** Name of a joint tag ("NOUN NN"). */
export function tagKey(tag: string): string {
  return `t:${tag}`;
}

/** Names of the words of a sentence, KEYS_PER_WORD for each; the name of the form comes first. */
export function wordKeys(forms: readonly string[], tags: readonly string[]): string[][] {
  const headline = isHeadline(forms);
  return forms.map((form, i) => [
    ...formParts(form).map((part, kind) => `${FORM_KINDS[kind]}${part}`),
    shapeKey(form, i === 0, headline),
    tagKey(tags[i] as string),
  ]);
}
