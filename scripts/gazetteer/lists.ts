/**
 * Smaller lists of leaders and ministers in, term facts out.
 *
 * Heads of state and government of 2021-22 and foreign ministers of 2022
 * (Wikidata), cabinets of June 2019 (a snapshot, for some states of a year before:
 * no start is known), and heads of ASEAN and G20 states in 2026. Each fills what
 * the facts leave open.
 */
import type { OfficeTitles } from "../../src/knowledge/gazetteer/office-titles.ts";
import type { TermFact } from "./facts.ts";
import { readShared } from "./shared.ts";

export interface ListContext {
  readonly titles: OfficeTitles;
  readonly stateOf: (name: string) => string | null;
}

interface WorldLeader {
  readonly country: string;
  readonly positionlabel: string;
  readonly officeholder: string;
  readonly officeholderlabel: string;
  readonly start_year: string;
  readonly end_year: string;
}

const titled = (name: string) => !/^Q\d+$/.test(name) && name !== "";

/** Heads of state and government named in Wikipedia's lists of 2021-22. */
export function readWorldLeaders({ titles, stateOf }: ListContext): TermFact[] {
  return readShared<WorldLeader>("names/leaders/wikipedia_world_leaders_2021_22.jsonl.gz").flatMap(
    (leader) => {
      const body = stateOf(leader.country);
      const title = leader.positionlabel.replace(/ of .*$/, "");
      const office = body === null ? null : titles.keyOf(title, body)?.office;
      if (
        body === null ||
        !titled(leader.officeholderlabel) ||
        (office !== "head-of-state" && office !== "head-of-government")
      )
        return [];
      const qid = leader.officeholder || null;
      const { start_year: start, end_year: end } = leader;
      const seen = end === "" ? "2022-02" : "";
      return [
        { person: leader.officeholderlabel, qid, office, title, body, start, end, seen, source: "wikipedia" },
      ];
    },
  );
}

interface ForeignMinister {
  readonly person: string;
  readonly name: string;
  readonly countryLabel: string;
  readonly start: string;
}

/** Foreign ministers in office at the beginning of 2022. */
export function readForeignMinisters({ stateOf }: ListContext): TermFact[] {
  return readShared<ForeignMinister>("names/leaders/foreign_ministers_2021_22_wikidata.jsonl.gz").flatMap(
    (minister) => {
      const body = stateOf(minister.countryLabel);
      if (body === null || !titled(minister.name)) return [];
      return [
        {
          person: minister.name,
          qid: minister.person,
          office: "foreign-minister",
          title: "Foreign Minister",
          body,
          start: minister.start,
          end: "",
          seen: "2022-02",
          source: "wikidata",
        },
      ];
    },
  );
}

interface CabinetMember {
  readonly country: string;
  readonly office: string;
  readonly person: string | null;
}

const CABINET_OFFICES = new Set(
  "head-of-state head-of-government foreign-minister defence-minister finance-minister interior-minister un-ambassador ambassador-to:USA".split(
    " ",
  ),
);
const ABBREVIATIONS: readonly (readonly [RegExp, string])[] = [
  [/^Prime Min\.?$/, "Prime Minister"],
  [/^Pres\.?$/, "President"],
  [/\bMin\. (of|for)\b/, "Minister $1"],
  [/^Permanent Representative to the UN.*$/, "Permanent Representative to the United Nations"],
  [/^Ambassador to the US$/, "Ambassador to the United States"],
  [/ & /g, " and "],
];

/** Holders of the main offices in June 2019, from the CIA's list of chiefs of state. */
export function readCabinets({ titles, stateOf }: ListContext): TermFact[] {
  return readShared<CabinetMember>("names/leaders/cia_cabinets_2019.jsonl.gz").flatMap(
    ({ country, office, person }) => {
      const body = stateOf(country);
      const title = ABBREVIATIONS.reduce((text, [from, to]) => text.replace(from, to), office);
      const key = body === null ? null : titles.keyOf(title, body);
      const name = (person ?? "")
        .replace(/\(.*?\)|,.*$/g, "")
        .replace(/^(?:Gen\.|Lt\.|Maj\.|Col\.|Brig\.|Dr\.|Sheikh|\(Ret\.\)|Adm\.|Vice) /g, "")
        .trim();
      if (
        body === null ||
        key === null ||
        !CABINET_OFFICES.has(key.office) ||
        !name.includes(" ") ||
        /\./.test(name)
      )
        return [];
      return [
        {
          person: cased(name),
          qid: null,
          office: key.office,
          title,
          body,
          start: "",
          end: "",
          seen: "2019-06",
          source: "cia",
        },
      ];
    },
  );
}

/** The name with its surname, in capitals at the source, in ordinary letters: "Mohamed BADAOUI". */
function cased(name: string): string {
  return name.replaceAll(/\p{Lu}{2,}/gu, (word) => word[0] + word.slice(1).toLowerCase());
}

interface Heads {
  readonly Country: string;
  readonly "HoG Title": string;
  readonly "Head of Government": string;
  readonly "HoG Since": string;
  readonly "HoS Title": string;
  readonly "Head of State": string;
  readonly "HoS Since": string;
}

/** Month of the last change in the list. */
const HEADS_SEEN = "2026-07";

/** Heads of ASEAN and G20 states in 2026. Monarchs of realms and a crown prince who stands there as king are left
 * out: others represent or precede them. */
export function readHeads2026({ stateOf }: ListContext): TermFact[] {
  return readShared<Heads>("names/leaders/world_leaders_asean_g20_2026.jsonl.gz").flatMap((heads) => {
    const body = stateOf(heads.Country);
    if (body === null) return [];
    const of = (office: string, title: string, person: string, start: string): TermFact[] =>
      person === ""
        ? []
        : [{ person, qid: null, office, title, body, start, end: "", seen: HEADS_SEEN, source: "heads2026" }];
    const { "Head of Government": governor, "Head of State": head } = heads;
    const governing = of("head-of-government", heads["HoG Title"], governor, heads["HoG Since"]);
    const reigning = of("head-of-state", heads["HoS Title"], head, heads["HoS Since"]);
    if (head === governor) return heads["HoS Title"] === "President" ? reigning : governing;
    return heads["HoS Title"] === "Monarch" ? governing : [...governing, ...reigning];
  });
}
