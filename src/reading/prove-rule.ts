/** A page rule in, what is wrong with its examples out: each example fits this very rule, no counter-example does. */
import type { PageRule } from "../knowledge/pages.ts";
import { type ElementNode, parseHtml } from "./dom.ts";
import { classParts, lookOf, matcherOf } from "./page-rules.ts";

/** What is wrong with a page rule, a sentence each; nothing where its examples hold. */
export function provePageRule(rule: PageRule): readonly string[] {
  const fits = testOf(rule);
  return [
    ...rule.examples.filter((text) => !fits(text)).map((text) => `"${text}" does not fit it`),
    ...rule.counterExamples.filter(fits).map((text) => `"${text}" fits it`),
  ];
}

function testOf(rule: PageRule): (example: string) => boolean {
  const has = (name: string | undefined) => name !== undefined && rule.words.includes(name.toLowerCase());
  switch (rule.form) {
    case "element":
    case "heading-element":
      return (html) => has(elementOf(html)?.name);
    case "class":
      return (html) => (elementOf(html)?.attributes.class ?? "").split(/\s+/).some(has);
    case "class-part":
      return (html) => classParts(elementOf(html)?.attributes.class ?? "").some(has);
    case "meta":
      return (html) => has(elementOf(html)?.attributes.property ?? elementOf(html)?.attributes.name);
    case "label":
    case "outlet-word":
      return has;
    case "type":
      return (json) => has(JSON.parse(json)["@type"]);
    case "parameter":
      return (address) => [...new URL(address).searchParams.keys()].some(has);
    default: {
      const matcher = matcherOf(rule);
      return (text) => matcher.fits(lookOf(text));
    }
  }
}

/** The one element that an example of HTML is. */
function elementOf(html: string): ElementNode | undefined {
  return parseHtml(html).children.find((child): child is ElementNode => typeof child !== "string");
}
