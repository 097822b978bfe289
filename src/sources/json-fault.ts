/**
 * A text that JSON.parse refused in, the offset of the first wrong character
 * out. The engine's own messages leave the offset out of short inputs.
 *
 * @see RFC 8259
 */

const SPACE = /[ \t\r\n]*/y;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const STRING = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;
const PARTIAL_STRING = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*/y;
const WORD = /true|false|null/y;

/** Offset of the first character that JSON does not allow there, in UTF-16 code units; the length where the text ends early. */
export function jsonFaultAt(text: string): number {
  const open: ("{" | "[")[] = [];
  let at = skip(SPACE, text, 0);
  /** What may come: a value, a key, a colon, or what follows a value. */
  let expect: "value" | "first-value" | "key" | "first-key" | "colon" | "after" = "value";
  while (at < text.length) {
    const char = text[at]!;
    if (expect === "after") {
      const top = open.at(-1);
      if (top === undefined) return at;
      if (char === ",") expect = top === "{" ? "key" : "value";
      else if (char === (top === "{" ? "}" : "]")) open.pop();
      else return at;
      at++;
    } else if (expect === "colon") {
      if (char !== ":") return at;
      expect = "value";
      at++;
    } else if (expect === "key" || expect === "first-key") {
      if (expect === "first-key" && char === "}") {
        open.pop();
        expect = "after";
        at++;
      } else {
        const end = skip(STRING, text, at);
        if (end === at) return char === '"' ? skip(PARTIAL_STRING, text, at) : at;
        at = end;
        expect = "colon";
      }
    } else if (char === "{" || char === "[") {
      open.push(char);
      expect = char === "{" ? "first-key" : "first-value";
      at++;
    } else if (expect === "first-value" && char === "]") {
      open.pop();
      expect = "after";
      at++;
    } else {
      const end = [STRING, NUMBER, WORD].map((form) => skip(form, text, at)).find((stop) => stop > at);
      if (end === undefined) return char === '"' ? skip(PARTIAL_STRING, text, at) : at;
      at = end;
      expect = "after";
    }
    at = skip(SPACE, text, at);
  }
  return text.length;
}

/** Where the form ends that begins at `at`; `at` itself where it does not match. */
function skip(form: RegExp, text: string, at: number): number {
  form.lastIndex = at;
  return form.test(text) ? form.lastIndex : at;
}
