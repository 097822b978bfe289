/**
 * A seed in, a synthetic wire day out: events told by several lines of
 * reporting, each copied, cut, reworded, credited and updated by many outlets
 * over some days, with what linking should find. Mentions come as a coder would
 * give them, with its gaps: recipients missed, days not stated.
 */
import { addDays } from "../../src/base/index.ts";
import type { Actor } from "../../src/coding/types.ts";
import type { LinkMention, LinkReport } from "../../src/linking/types.ts";
import type { NewsSentences } from "./news-words.ts";
import { type Chance, chanceOf } from "./random.ts";
import { WORDS } from "./synonyms.ts";
import { ADJECTIVES, KINDS, MATTERS, NOUNS, OPENERS, VERBS, type WireKind } from "./wire-templates.ts";

export interface WireDay {
  readonly reports: readonly LinkReport[];
  /** Event of each mention. */
  readonly eventOf: ReadonlyMap<string, string>;
  /** Number of events that a report tells, and of lines that tell each event, summed. */
  readonly events: number;
  readonly lines: number;
}

export interface WireSize {
  readonly events: number;
  readonly reports: number;
  readonly seed: number;
  /** First day; events fall on it and the days after it. */
  readonly day: string;
  readonly days: number;
  /** Least number of sentences that go on after the lead (default 4, up to three more). */
  readonly sentences?: number;
  /** What reports go on with; by default few words in all mixtures, so that all reports share theirs. */
  readonly further?: NewsSentences;
}

interface State {
  readonly name: string;
  readonly code: string;
}

interface WireEvent {
  readonly id: string;
  readonly kind: WireKind;
  readonly actor: State;
  readonly recipient: State;
  readonly place: string;
  readonly day: string;
  readonly figure: number;
  readonly matter: string;
}

/** A line's own text of an event. */
interface WireLine {
  readonly name: string;
  readonly event: WireEvent;
  readonly agency: boolean;
  readonly lead: string;
  readonly further: readonly string[];
  readonly title: string;
  readonly outlet: string;
}

const SYLLABLES = "ba do ka lu mi no per qua ri sel tam ur vel wen xar yor zan thi gro ske".split(" ");
const WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
const AGENCY = "Example Wire";

const TITLES = [
  "A and R: X",
  "X: news from P",
  "What A wants of R",
  "P, A and X",
  "R answers A",
  "A, R and X in P",
];

function titleWord({ actor, recipient, place, matter }: WireEvent, letter: string): string {
  return { A: actor.name, R: recipient.name, P: place }[letter] ?? matter;
}

/** A wire day of that size. */
export function wireDay(size: WireSize): WireDay {
  const chance = chanceOf(size.seed);
  const names = new Set<string>();
  const name = (): string => {
    const parts = [0, 1, 2].map(() => chance.pick(SYLLABLES)).join("");
    const result = parts.charAt(0).toUpperCase() + parts.slice(1);
    if (names.has(result)) return name();
    names.add(result);
    return result;
  };
  const states = Array.from({ length: 30 }, (_, at): State => ({ name: name(), code: `Z${10 + at}` }));
  const places = Array.from({ length: 90 }, name);
  const outlets = Array.from(
    { length: 120 },
    () => `${name()} ${chance.pick(["Courier", "Post", "Herald"])}`,
  );
  const events = Array.from({ length: size.events }, (_, at) => makeEvent(at, size, states, places, chance));
  const maker = new Maker(outlets, chance, size);
  // every event has a report of each of its lines; what is left is copies and rewrites, more of the first events
  for (const event of events) maker.lines(event);
  while (maker.reports.length < size.reports) maker.again();
  return {
    reports: chance.shuffled(maker.reports),
    eventOf: maker.eventOf,
    events: size.events,
    lines: maker.all.length,
  };
}

function makeEvent(
  at: number,
  size: WireSize,
  states: readonly State[],
  places: readonly string[],
  chance: Chance,
): WireEvent {
  const actor = chance.pick(states);
  const recipient = chance.pick(states.filter((state) => state !== actor));
  return {
    id: `event ${at}`,
    kind: chance.pick(KINDS),
    actor,
    recipient,
    place: chance.pick(places),
    day: addDays(size.day, chance.below(size.days)),
    figure: 3 + chance.below(60),
    matter: chance.pick(MATTERS),
  };
}

class Maker {
  readonly reports: LinkReport[] = [];
  readonly eventOf = new Map<string, string>();
  readonly all: WireLine[] = [];
  readonly #outlets: readonly string[];
  readonly #chance: Chance;
  readonly #sentences: number;
  readonly #further: NewsSentences;

  constructor(outlets: readonly string[], chance: Chance, { sentences, further }: WireSize) {
    this.#sentences = sentences ?? 4;
    this.#further = further ?? ((own) => () => goOn(own));
    this.#outlets = outlets;
    this.#chance = chance;
  }

  /** One to five lines, told apart in words; the first may be the agency's. */
  lines(event: WireEvent): void {
    const chance = this.#chance;
    const count = 1 + Math.min(4, Math.floor(-Math.log(1 - chance.next()) * 1.6));
    const leads = chance.shuffled(event.kind.leads);
    const outlets = chance.shuffled(this.#outlets);
    const goesOn = this.#further(chance);
    for (let at = 0; at < count; at++) {
      const agency = at === 0 && chance.next() < 0.5;
      const further = Array.from({ length: this.#sentences + chance.below(4) }, goesOn);
      const line: WireLine = {
        name: `${event.id} line ${at}`,
        event,
        agency,
        lead: leads[at]!,
        further,
        title: chance.pick(TITLES).replace(/\b[ARPX]\b/g, (letter) => titleWord(event, letter)),
        outlet: agency ? AGENCY : outlets[at]!,
      };
      this.all.push(line);
      this.#publish(line, line.outlet, event.figure, 0, (text) => text, agency ? `(${AGENCY}) - ` : "");
    }
  }

  /** A copy, rewrite or update of some line; early events have more of them. */
  again(): void {
    const chance = this.#chance;
    const line = this.all[Math.floor(this.all.length * chance.next() ** 1.5)]!;
    const outlet = chance.pick(this.#outlets);
    const later = chance.next() < 0.3 ? 1 + chance.below(2) : 0;
    const way = chance.next();
    const { figure } = line.event;
    if (way < 0.45) this.#publish(line, outlet, figure, later, (text) => text, "");
    else if (way < 0.8) this.#publish(line, outlet, figure, later, (text) => reword(text, 0.6, chance), "");
    else if (way < 0.9) {
      const updated = line.event.kind.unit === null ? figure : figure + 1 + chance.below(5);
      this.#publish(line, outlet, updated, later + 1, (text) => reword(text, 0.4, chance), "");
    } else if (line.agency)
      this.#publish(line, outlet, figure, later, (text) => reword(text, 1, chance), `(${AGENCY}) - `);
    else this.#roundUp(line, outlet);
  }

  #publish(
    line: WireLine,
    outlet: string,
    figure: number,
    daysLater: number,
    edit: (text: string) => string,
    dateline: string,
  ): void {
    const chance = this.#chance;
    const kept = line.further.filter(() => chance.next() < 0.85);
    this.#report([line], [figure], outlet, daysLater, kept.map(edit), edit, dateline, line.title);
  }

  /** Two events in one report, in the words of two lines. */
  #roundUp(line: WireLine, outlet: string): void {
    const other = this.#chance.pick(this.all.filter(({ event }) => event.day === line.event.day));
    if (other.event === line.event) return;
    const further = [...line.further.slice(0, 2), ...other.further.slice(0, 2)];
    const figures = [line.event.figure, other.event.figure];
    this.#report([line, other], figures, outlet, 1, further, (text) => text, "", line.title);
  }

  #report(
    lines: readonly WireLine[],
    figures: readonly number[],
    outlet: string,
    daysLater: number,
    further: readonly string[],
    edit: (text: string) => string,
    dateline: string,
    title: string,
  ): void {
    const id = `wire-${String(this.reports.length).padStart(5, "0")}`;
    const day = addDays(lines[0]!.event.day, daysLater);
    let text = dateline;
    const mentions: LinkMention[] = [];
    for (const [at, line] of lines.entries()) {
      const told = fill(line, figures[at]!);
      const before = edit(told.before);
      const start = text.length;
      text += `${before}${told.trigger}${edit(told.after)}`;
      const span = { start, end: text.length };
      const trigger = { start: start + before.length, end: start + before.length + told.trigger.length };
      const mention = this.#mention(`${id}-${at}`, line, figures[at]!, at, span, trigger, told.trigger);
      mentions.push(mention);
      this.eventOf.set(mention.id, line.event.id);
      text += "\n\n";
    }
    text += further.join("\n\n");
    this.reports.push({ id, givenId: null, text, title, date: day, outlet, url: null, mentions });
  }

  #mention(
    id: string,
    line: WireLine,
    figure: number,
    sentence: number,
    sentenceSpan: { start: number; end: number },
    trigger: { start: number; end: number },
    eventText: string,
  ): LinkMention {
    const { event } = line;
    const chance = this.#chance;
    const stated = chance.next() < 0.8;
    return {
      id,
      event: event.kind.event,
      mode:
        event.kind.mode === null || chance.next() < 0.3
          ? []
          : [event.kind.mode as LinkMention["mode"][number]],
      context: [],
      cameo: null,
      actor: [toActor(event.actor)],
      recipient: chance.next() < 0.1 ? [] : [toActor(event.recipient)],
      eventText,
      trigger,
      content: null,
      date: stated ? event.day : null,
      endDate: null,
      dateText: stated ? "D" : null,
      dateBasis: stated ? "stated" : null,
      factuality: "actual",
      attribution: [],
      quantity:
        event.kind.unit === null
          ? []
          : [{ value: figure, unit: event.kind.unit, text: String(figure), start: 0, end: 0 }],
      place: chance.next() < 0.3 ? null : toPlace(event.place),
      section: "body",
      sentence,
      sentenceSpan,
      rule: "bench",
      confidence: 0.8,
    };
  }
}

/** A sentence that says nothing of the event. */
function goOn(chance: Chance): string {
  const noun = () => `${chance.pick(ADJECTIVES)} ${chance.pick(NOUNS)}`;
  const act = () => `${chance.pick(VERBS)} the ${noun()}`;
  return `${chance.pick(OPENERS)} the ${noun()} ${act()}, while a ${noun()} ${act()} and the ${noun()}.`;
}

function toActor({ name, code }: State): Actor {
  return { code, sector: "GOV", name, id: null, entityText: name };
}

function toPlace(name: string): LinkMention["place"] {
  return { start: 0, end: 0, text: name, name, countryCode: null, id: null, lat: null, lon: null };
}

/** The lead with names, figure and day; its trigger apart. */
function fill(line: WireLine, figure: number): { before: string; trigger: string; after: string } {
  const { actor, recipient, place, day, matter } = line.event;
  const weekday = WEEKDAYS[(Math.floor(Date.parse(day) / 86_400_000) + 3) % 7]!;
  const values: Readonly<Record<string, string>> = {
    A: actor.name,
    R: recipient.name,
    P: place,
    D: weekday,
    N: String(figure),
    X: matter,
  };
  const whole = line.lead.replace(/(?<=^A )bomb|^A (?=bomb|formal|rally|delegation|\[)/, (found) => found);
  const article = /^A (?=\[bomb|formal|\[rally|delegation)/.test(whole) ? "A " : "";
  const body = whole.slice(article.length).replace(/\b[ARPDNX]\b/g, (letter) => values[letter]!);
  const [before, trigger, after] = `${article}${body}`.split(/[[\]]/) as [string, string, string];
  return { before, trigger, after };
}

function reword(text: string, share: number, chance: Chance): string {
  return text.replace(/[a-z]+/g, (word) => {
    const others = WORDS[word];
    return others !== undefined && chance.next() < share ? chance.pick(others) : word;
  });
}
