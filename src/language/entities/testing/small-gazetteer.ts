/** A gazetteer of a few states, bodies and people with true terms of office, for tests. */
import type {
  Gazetteer,
  GazetteerCandidate,
  GazetteerEntry,
  GazetteerMatch,
  NameUse,
  OfficeTerm,
} from "../../../knowledge/types.ts";

type NameRow = readonly [name: string, id: string, use: NameUse];

const STATES: readonly (readonly [
  code: string,
  name: string,
  adjective: string,
  people: string,
  capital: string,
])[] = [
  ["RUS", "Russia", "Russian", "Russians", "Moscow"],
  ["USA", "United States", "American", "Americans", "Washington"],
  ["JPN", "Japan", "Japanese", "Japanese", "Tokyo"],
  ["TUR", "Turkey", "Turkish", "Turks", "Ankara"],
  ["IRN", "Iran", "Iranian", "Iranians", "Tehran"],
  ["SYR", "Syria", "Syrian", "Syrians", "Damascus"],
  ["FRA", "France", "French", "Frenchmen", "Paris"],
  ["DEU", "Germany", "German", "Germans", "Berlin"],
  ["EGY", "Egypt", "Egyptian", "Egyptians", "Cairo"],
  ["ARM", "Armenia", "Armenian", "Armenians", "Yerevan"],
  ["ISR", "Israel", "Israeli", "Israelis", "Jerusalem"],
  ["GBR", "Britain", "British", "Britons", "London"],
  ["PRK", "North Korea", "North Korean", "North Koreans", "Pyongyang"],
  ["CIV", "Ivory Coast", "Ivorian", "Ivorians", "Yamoussoukro"],
  ["SRB", "Serbia", "Serbian", "Serbs", "Belgrade"],
  ["ALB", "Albania", "Albanian", "Albanians", "Tirana"],
];

const PEOPLE: readonly (readonly [
  id: string,
  name: string,
  surname: string,
  code: string,
  gender: "male" | "female",
  office: string,
  start: string,
  end: string | null,
])[] = [
  ["lavrov", "Sergey Lavrov", "Lavrov", "RUS", "male", "foreign-minister", "2004-03-09", null],
  ["putin", "Vladimir Putin", "Putin", "RUS", "male", "head-of-state", "2012-05-07", null],
  ["tillerson", "Rex Tillerson", "Tillerson", "USA", "male", "foreign-minister", "2017-02-01", "2018-03-31"],
  ["obama", "Barack Obama", "Obama", "USA", "male", "head-of-state", "2009-01-20", "2017-01-20"],
  ["kono", "Taro Kono", "Kono", "JPN", "male", "foreign-minister", "2017-08-03", "2019-09-11"],
  ["merkel", "Angela Merkel", "Merkel", "DEU", "female", "head-of-government", "2005-11-22", "2021-12-08"],
  ["may", "Theresa May", "May", "GBR", "female", "head-of-government", "2016-07-13", "2019-07-24"],
  ["saddam", "Saddam Hussein", "Hussein", "IRQ", "male", "head-of-state", "1979-07-16", "2003-04-09"],
];

const BLANK = { sector: null, state: null, gender: null, lat: null, lon: null } as const;
const ORGANISATIONS: readonly GazetteerEntry[] = [
  { ...BLANK, id: "org/united-nations", kind: "organisation", name: "United Nations", code: "IGO" },
  {
    ...BLANK,
    id: "org/us-supreme-court",
    kind: "organisation",
    name: "Supreme Court",
    code: "USA",
    state: "USA",
    sector: "JUD",
  },
];
const PLACES: readonly GazetteerEntry[] = [
  {
    ...BLANK,
    id: "place/aleppo",
    kind: "place",
    name: "Aleppo",
    code: "SYR",
    state: "SYR",
    lat: 36.2,
    lon: 37.16,
  },
];

/** The small gazetteer. */
export function smallGazetteer(): Gazetteer {
  const rows = nameRows();
  const entries = new Map(allEntries().map((entry) => [entry.id, entry]));
  const terms: OfficeTerm[] = PEOPLE.map(([id, , , code, , office, start, end]) => ({
    personId: `person/${id}`,
    office,
    title: office,
    code,
    body: `state/${code}`,
    sector: "GOV",
    start,
    end,
    seen: null,
  }));
  return {
    match: (words) => matchRows(words, rows),
    entry: (id) => entries.get(id) ?? null,
    terms: (id) => terms.filter((term) => term.personId === id),
    holders: (of, office, day) =>
      terms.filter(
        (term) =>
          term.code === of &&
          term.office === office &&
          (day === null || ((term.start ?? "") <= day && (term.end === null || term.end >= day))),
      ),
    office: () => null,
  };
}

function allEntries(): GazetteerEntry[] {
  const states = STATES.map(
    ([code, name]): GazetteerEntry => ({
      ...BLANK,
      id: `state/${code}`,
      kind: "state",
      name,
      code,
      state: code,
    }),
  );
  const people = PEOPLE.map(
    ([id, name, , code, gender]): GazetteerEntry => ({
      ...BLANK,
      id: `person/${id}`,
      kind: "person",
      name,
      code,
      state: code,
      gender,
    }),
  );
  return [...states, ...people, ...ORGANISATIONS, ...PLACES];
}

function nameRows(): NameRow[] {
  const rows: NameRow[] = [
    ["us", "state/USA", "abbreviation"],
    ["U.S.", "state/USA", "abbreviation"],
    ["UN", "org/united-nations", "abbreviation"],
  ];
  for (const [code, name, adjective, people, capital] of STATES) {
    const id = `state/${code}`;
    rows.push(
      [name, id, "name"],
      [adjective, id, "adjective"],
      [people, id, "people"],
      [capital, id, "seat"],
    );
  }
  for (const [id, name, surname] of PEOPLE)
    rows.push([name, `person/${id}`, "name"], [surname, `person/${id}`, "surname"]);
  for (const { id, name } of [...ORGANISATIONS, ...PLACES]) rows.push([name, id, "name"]);
  return rows;
}

function matchRows(words: readonly string[], rows: readonly NameRow[]): GazetteerMatch[] {
  const matches: GazetteerMatch[] = [];
  for (let first = 0; first < words.length; first++) {
    const here = rows.filter(([name]) => {
      const parts = name.split(" ");
      const found = words.slice(first, first + parts.length).join(" ");
      return found === name || (parts.length === 1 && found.split("-").includes(name) && name !== "us");
    });
    if (here.length === 0) continue;
    const length = Math.max(...here.map(([name]) => name.split(" ").length));
    const candidates: GazetteerCandidate[] = here
      .filter(([name]) => name.split(" ").length === length)
      .map(([name, id, use]) => (name === "us" ? { id, use, uncertain: true } : { id, use }));
    matches.push({ first, last: first + length, candidates });
    first += length - 1;
  }
  return matches;
}
