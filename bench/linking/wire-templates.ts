/**
 * Sentences of the synthetic wire day: for each kind of event leads that tell
 * it in different words, and words for sentences that any report may go on with. All
 * names that fill them are made of syllables; no state, place or person is meant.
 * A actor, R recipient, P place, D weekday, N figure, X matter.
 */
import type { EventType } from "../../src/knowledge/types.ts";

export interface WireKind {
  readonly event: EventType;
  readonly mode: string | null;
  /** Unit of the figure; null where the kind has none. */
  readonly unit: string | null;
  /** Trigger words stand between brackets. */
  readonly leads: readonly string[];
}

export const KINDS: readonly WireKind[] = [
  {
    event: "CONSULT",
    mode: "visit",
    unit: null,
    leads: [
      "Ministers of A and R [met] in P on D to discuss X.",
      "A's envoys held [talks] with their counterparts from R about X in the city of P on D.",
      "In P, delegations from A and R sat down on D for a [meeting] on X.",
      "X topped the agenda as A and R opened [negotiations] in P on D.",
      "A delegation led by A's foreign minister was received in P on D for [discussions] with R over X.",
      "D saw A and R back at the table in P, where they [conferred] on X.",
    ],
  },
  {
    event: "ASSAULT",
    mode: "bombing",
    unit: "dead",
    leads: [
      "A [bomb] blamed on fighters from A killed N people in P, in R, on D.",
      "At least N died on D when an explosive device planted by gunmen from A [exploded] in P, officials of R said.",
      "N people lost their lives in P on D in a [blast] for which R holds A responsible.",
      "The [bombing] of a market in P left N dead on D; R pointed at A.",
      "Rescue workers in P counted N bodies after the [explosion] on D that R attributes to A.",
      "R mourned N victims of the [attack] with explosives that struck P on D, the work of A according to police.",
    ],
  },
  {
    event: "SANCTION",
    mode: "expel",
    unit: "person",
    leads: [
      "A [expelled] N diplomats of R on D over X, its ministry in P announced.",
      "N members of R's embassy must leave P after A [declared] them unwelcome on D because of X.",
      "On D, A ordered N envoys of R out of P in a dispute about X, an [expulsion] without precedent.",
      "R's mission in P loses N people: A told them on D to [leave] the country over X.",
      "Citing X, the government of A [threw out] N of R's diplomats stationed in P on D.",
      "The [expulsion] of N diplomats of R from P was made public by A on D amid anger about X.",
    ],
  },
  {
    event: "AGREE",
    mode: null,
    unit: null,
    leads: [
      "A and R [signed] an accord on X in P on D.",
      "An [agreement] about X was sealed in P on D by A and R.",
      "Negotiators from A and R put their names to a [treaty] covering X on D in P.",
      "On D in P, A struck a [deal] with R that settles X.",
      "X will be governed by a [pact] that A and R concluded in P on D.",
      "P hosted the ceremony on D at which A and R entered a [contract] on X.",
    ],
  },
  {
    event: "ACCUSE",
    mode: null,
    unit: null,
    leads: [
      "A [accused] R on D of X near P.",
      "R stands behind X around P, A [charged] on D.",
      "On D A's government [blamed] R for X in the area of P.",
      "Speaking on D, officials of A laid X at the door of R and [denounced] it over P.",
      "A [alleged] on D that R was engaged in X close to P.",
      "A formal [complaint] lodged by A on D says that R organised X outside P.",
    ],
  },
  {
    event: "COERCE",
    mode: "arrest",
    unit: "arrested",
    leads: [
      "Police of A [arrested] N citizens of R in P on D over X.",
      "N nationals of R were taken into [custody] in P on D, A said, citing X.",
      "A's security service [detained] N people from R on D during searches in P connected with X.",
      "On suspicion of X, N travellers from R were [seized] by A in P on D.",
      "The [arrest] of N citizens of R in P on D was confirmed by A's prosecutors, who spoke of X.",
      "Officers of A rounded up and [jailed] N of R's nationals in P on D because of X.",
    ],
  },
  {
    event: "AID",
    mode: null,
    unit: "money",
    leads: [
      "A [sent] N million in relief to R on D for X, landing it in P.",
      "R received [aid] worth N million from A on D; the goods for X arrived in P.",
      "On D planes from A [delivered] supplies of N million to P, in R, to help with X.",
      "A [donated] N million to R on D so that P can cope with X.",
      "Help worth N million [provided] by A reached P, in R, on D because of X.",
      "X in R moved A to [grant] N million on D, paid out in P.",
    ],
  },
  {
    event: "PROTEST",
    mode: "demo",
    unit: "person",
    leads: [
      "About N people from A [marched] in P on D against R over X.",
      "N citizens of A took part in a [demonstration] before R's embassy in P on D, angry about X.",
      "Crowds put at N gathered in P on D as A's unions [protested] against R and X.",
      "A [rally] of N supporters of A's opposition on D in P turned on R and X.",
      "X brought N demonstrators of A into the streets of P on D for a [protest] aimed at R.",
      "R was the target when N people of A [demonstrated] in P on D because of X.",
    ],
  },
];

/** What an event is about. */
export const MATTERS: readonly string[] = [
  "fishing rights in the northern strait",
  "the price of gas in transit",
  "grain shipments held at the border",
  "a disputed dam on the upper river",
  "visa rules for seasonal workers",
  "the return of stolen artefacts",
  "satellite launches over the coast",
  "tariffs on steel and copper",
  "a hacked electricity network",
  "smuggled weapons",
  "overflights by unmarked drones",
  "the fate of flooded villages",
  "an outbreak of cholera",
  "unpaid pipeline fees",
  "a leaked list of informers",
  "pollution of the shared lake",
  "the closure of a railway line",
  "forged passports",
  "the wreck of an oil tanker",
  "a frozen bank account",
  "mines left by the war",
  "refugees stranded in camps",
  "the trial of two engineers",
  "quotas for timber",
  "a burnt consulate",
  "patrols in the fishing zone",
  "the language law",
  "a broken ceasefire line",
  "counterfeit medicine",
  "the vote on autonomy",
];

/** Words of the sentences that any report goes on with: their mixture makes sentences that hardly ever share a run. */
export const VERBS: readonly string[] =
  "approved admired avoided blamed borrowed broadened buried carried challenged changed cleared completed counted courted covered defended delayed described designed doubted emptied endorsed entered extended feared financed followed forgot founded guarded guided honoured ignored imitated improved inherited inspected insured invented joined judged measured mended missed moved needed noticed opened owned painted passed planned praised preferred published questioned raised recalled received replaced requested restored retained reviewed rewarded saved served shaped shared shifted sketched sold sought split studied taught trusted valued visited warned watched weighed welcomed widened".split(
    " ",
  );

export const ADJECTIVES: readonly string[] =
  "amber ancient broad bronze busy calm careful cheap civil clever coastal cold crowded curious distant double dry eager early eastern elderly empty famous fertile foreign former fragile generous gentle golden gradual hidden hollow honest humble inland iron junior lively local lonely lower marble modest narrow neutral noble northern obscure painted patient plain polite private proud provincial quiet rapid remote rival royal rural scarce secret senior severe silver slender solid southern steep stern stone sudden swift tall tidy timid upper urban vacant vast western wooden young".split(
    " ",
  );

export const OPENERS: readonly string[] =
  "Before dawn|By evening|In private|For a decade|Last autumn|Since then|Without comment|To general surprise|In the harbour|At the border|After some hesitation|On local radio|Under the old rules|In a footnote|Behind closed doors|As in other years|For want of money|During the recess|In the same week|With some regret".split(
    "|",
  );

export const NOUNS: readonly string[] =
  "adviser auditor ballad barge beacon bishop brewer bridge cabinet canal caravan carpenter census chapel charter chemist choir clerk coalition collector colonel committee compass convoy council courier crane curator dockyard drought editor engine envelope estate factory ferry festival forester garrison glacier granary guild harbour harvest hospital inspector jury kitchen laboratory lantern ledger librarian lighthouse magistrate market mason meadow merchant messenger miner monastery monument museum orchard orchestra painter parade parish parliament petition pharmacy pilot plateau poet portrait postmaster printer prison procession professor quarry railway ranger refinery regiment registry reservoir rumour sailor sculptor senate sermon shepherd shipyard smithy society stable statue steward strike surgeon surveyor tavern teacher telegram theatre tribunal tunnel valley veteran vicar vineyard volcano warehouse waterfall weaver windmill workshop".split(
    " ",
  );
