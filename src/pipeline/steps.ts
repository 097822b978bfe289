/**
 * The one ordered list of the steps between the world and the record, with
 * what each reads and writes: reading this list is reading the algorithm.
 * run.ts and stages.ts follow it; `chancery steps` prints it.
 */

export interface Step {
  readonly id: string;
  readonly room: "sources" | "reading" | "language" | "coding" | "linking" | "record";
  readonly does: string;
  readonly reads: readonly string[];
  readonly writes: readonly string[];
}

/** The steps, in order. */
export const STEPS: readonly Step[] = [
  {
    id: "sources",
    room: "sources",
    does: "opens files, folders, addresses, feeds, sitemaps and archives and decodes what they hold",
    reads: ["bytes"],
    writes: ["page"],
  },
  {
    id: "reading",
    room: "reading",
    does: "finds title, outlet, day of publication, sections and datelines; refuses other languages",
    reads: ["page"],
    writes: ["report", "sections", "datelines"],
  },
  {
    id: "split",
    room: "language",
    does: "parts the text into sentences and words with their offsets",
    reads: ["report"],
    writes: ["sentences"],
  },
  {
    id: "screen",
    room: "coding",
    does: "leaves out sentences of which no word can carry an event or a statement",
    reads: ["sentences"],
    writes: ["sentences to look at"],
  },
  {
    id: "parse",
    room: "language",
    does: "gives each word its tag, lemma and place in the dependency tree",
    reads: ["sentences to look at"],
    writes: ["trees"],
  },
  {
    id: "entities",
    room: "language",
    does: "finds names, descriptions and pronouns and which of them stand for the same",
    reads: ["trees", "gazetteer"],
    writes: ["discourse"],
  },
  {
    id: "times",
    room: "coding",
    does: "resolves dates against the day of publication or a dateline",
    reads: ["sentences", "report", "datelines"],
    writes: ["times"],
  },
  {
    id: "coding",
    room: "coding",
    does: "codes events with mode, context, parties, day, place, quantities, factuality and attribution",
    reads: ["trees", "discourse", "times", "rules", "ontology"],
    writes: ["mentions", "set aside"],
  },
  {
    id: "statements",
    room: "coding",
    does: "reads who said what, to whom, where, by whose credit, for or against what",
    reads: ["trees", "discourse", "times", "datelines"],
    writes: ["statements"],
  },
  {
    id: "ledgers",
    room: "coding",
    does: "reads what each sentence says of a measure, an agreement, a contact or an inquiry",
    reads: ["trees", "discourse", "times", "datelines", "rules of ledgers"],
    writes: ["clues"],
  },
  {
    id: "record",
    room: "record",
    does: "stores reports, sentences, mentions and times; a batch is on the disk before it is told",
    reads: ["report", "sections", "datelines", "sentences", "mentions", "times"],
    writes: ["record"],
  },
  {
    id: "linking",
    room: "linking",
    does: "finds copies, and which reports tell one story and which mentions are one event; counts lines of reporting",
    reads: ["reports and mentions of the record"],
    writes: ["copies", "stories", "events", "contradictions"],
  },
];
