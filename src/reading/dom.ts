/**
 * HTML in, a plain tree out: the one file that knows the HTML parser
 * (htmlparser2). Depth is capped: what is nested deeper hangs at the cap, its
 * text kept. Of attributes the first few are kept, and of each its beginning.
 */
import { Parser } from "htmlparser2";

export interface ElementNode {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: (ElementNode | string)[];
}

/** Browsers cap the depth of elements at 512 too. */
const MOST_DEPTH = 512;
const MOST_ATTRIBUTE = 2_000;
/** Content of a page's metadata may be long. */
const MOST_CONTENT = 20_000;
/** Attributes of one element that are kept. */
const MOST_ATTRIBUTES = 64;

/** What the parser keeps of open elements. Both lists grow at their front, which takes quadratic time on deep nests. */
interface ParserLists {
  readonly stack: string[];
  readonly foreignContext: unknown[];
}

/** A page that takes the parser through all its states. */
const ALL_STATES =
  "<!DOCTYPE a><!--b--><!a><?a?><html a=b c='d' e=\"f&amp;&#65;&#x41;&b\" g h = i/><script>a<b</a></script>" +
  "<style>a</style><title>a&lt;b</title><textarea>a</textarea><svg><![CDATA[a]]></svg><p >a&a</p ><br/></1><xmp>a</xmp>" +
  "<iframe>a</iframe><plaintext>a";
/** Times that it is parsed: enough for V8 to note what each branch does. */
const WARMING = 5;

/** Runs the parser, so that V8 knows all its branches. They are one function: at each that has never run, what was
 * compiled of it would be thrown away and compiled anew, twenty times in the first hundred pages. */
export function warmParser(): void {
  for (let n = 0; n < WARMING; n++) parseHtml(ALL_STATES);
}

/** The tree of a page; its root has the name "". */
export function parseHtml(html: string): ElementNode {
  const root: ElementNode = { name: "", attributes: {}, children: [] };
  const open: ElementNode[] = [root];
  /** True between the opening and the closing of an element without an end tag that was left out. */
  let leftOut = false;
  const parser: Parser = new Parser(
    {
      onopentag(name, given) {
        if (open.length > MOST_DEPTH) {
          leftOut = !forget(parser as unknown as ParserLists, name);
          return;
        }
        const element: ElementNode = { name, attributes: kept(given), children: [] };
        open.at(-1)!.children.push(element);
        open.push(element);
      },
      onclosetag() {
        if (leftOut) leftOut = false;
        else if (open.length > 1) open.pop();
      },
      ontext(text) {
        open.at(-1)!.children.push(text);
      },
    },
    { decodeEntities: true, lowerCaseTags: true },
  );
  parser.end(html);
  return root;
}

/** Takes an element below the cap off the parser's lists; false where it was never on them. */
function forget({ stack, foreignContext }: ParserLists, name: string): boolean {
  if (foreignContext.length > MOST_DEPTH) foreignContext.shift();
  if (stack[0] !== name) return false;
  stack.shift();
  return true;
}

function kept(given: Readonly<Record<string, string>>): Record<string, string> {
  const attributes: Record<string, string> = Object.create(null);
  let count = 0;
  for (const name in given) {
    if (++count > MOST_ATTRIBUTES) break;
    const most = name === "content" ? MOST_CONTENT : MOST_ATTRIBUTE;
    attributes[name] = given[name]!.slice(0, most);
  }
  return attributes;
}

/** Enters and leaves every element of a tree in order, without recursion; a visitor that gives false skips the inside. */
export function walk(
  root: ElementNode,
  visitor: {
    enter(element: ElementNode): boolean;
    leave?(element: ElementNode): void;
    text?(text: string, parent: ElementNode): void;
  },
): void {
  const stack: { element: ElementNode; next: number }[] = [];
  if (visitor.enter(root)) stack.push({ element: root, next: 0 });
  for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
    const child = top.element.children[top.next++];
    if (child === undefined) {
      stack.pop();
      visitor.leave?.(top.element);
    } else if (typeof child === "string") visitor.text?.(child, top.element);
    else if (visitor.enter(child)) stack.push({ element: child, next: 0 });
    else visitor.leave?.(child);
  }
}

/** All text below an element, as it stands. */
export function textOf(element: ElementNode): string {
  const parts: string[] = [];
  walk(element, { enter: () => true, text: (text) => void parts.push(text) });
  return parts.join("");
}
