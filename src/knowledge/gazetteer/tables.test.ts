import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { isDay } from "../../base/day.ts";
import { knowledgePath } from "../dir.ts";
import { ENTRY_READERS, STATE_COLUMNS } from "./entries.ts";
import { loadGazetteer } from "./index.ts";
import { nameFile } from "./name-file.ts";
import { keyOf } from "./pieces.ts";
import { readTable } from "./table.ts";
import { TERM_COLUMNS } from "./terms.ts";

/** ISO 3166-1 alpha-3 codes of states with their own PLOVER code, Kosovo, and the exceptions of the manual. */
const STATES =
  "AFG AGO ALB AND ARE ARG ARM ATA ATG AUS AUT AZE BDI BEL BEN BFA BGD BGR BHR BHS BIH BLR BLZ BOL BRA BRB BRN BTN " +
  "BWA CAF CAN CHE CHL CHN CIV CMR COD COG COL COM CPV CRI CUB CYP CZE DEU DJI DMA DNK DOM DZA ECU EGY ERI ESP EST " +
  "ETH FIN FJI FRA FSM GAB GBR GEO GHA GIN GMB GNB GNQ GRC GRD GTM GUY HKG HND HRV HTI HUN IDN IND IRL IRN IRQ ISL " +
  "ISR ITA JAM JOR JPN KAZ KEN KGZ KHM KIR KNA KOR KOS KWT LAO LBN LBR LBY LCA LIE LKA LSO LTU LUX LVA MAR MCO MDA " +
  "MDG MDV MEX MHL MKD MLI MLT MMR MNE MNG MOZ MRT MUS MWI MYS NAM NER NGA NIC NLD NOR NPL NRU NZL OMN PAK PAN PER " +
  "PHL PLW PNG POL PRK PRT PRY PSE QAT ROU RUS RWA SAU SDN SEN SGP SLB SLE SLV SMR SOM SRB SSD STP SUR SVK SVN SWE " +
  "SWZ SYC SYR TCD TGO THA TJK TKM TLS TON TTO TUN TUR TUV TWN TZA UGA UKR URY USA UZB VAT VCT VEN VNM VUT WSM YEM " +
  "ZAF ZMB ZWE";
/** ISO 3166-3: states that are no more. */
const GONE = "SUN YUG CSK DDR SCG YMD VDR";
const NON_STATES = "IGO NGO IMG ISM MNC";
const CODES = new Set(`${STATES} ${GONE} ${NON_STATES}`.split(" "));
const SECTORS = new Set(
  "COP GOV JUD LEG MIL PRM PTY REB SPY UAF UNK AGR BUS CRM CVL EDU ELI JRN LAB MED REF OPP PRE REL SOC".split(
    " ",
  ),
);

const gazetteer = loadGazetteer();

for (const reader of ENTRY_READERS)
  test(`${reader.file}: every entry has an id of its own, a name, a known code and sector`, () => {
    const ids = new Set<string>();
    for (const row of readTable(reader.file, reader.columns)) {
      const id = row[0]!;
      assert.equal(row.length, reader.columns.length, id);
      assert.ok(!ids.has(id), `${id} twice`);
      ids.add(id);
      const entry = gazetteer.entry(id);
      assert.ok(entry !== null && entry.id === id && entry.name.trim() !== "", id);
      for (const code of [entry.code, entry.state])
        assert.ok(code === null || CODES.has(code), `${id}: ${code}`);
      assert.ok(entry.sector === null || SECTORS.has(entry.sector), `${id}: ${entry.sector}`);
      assert.ok(entry.lat === null || Math.abs(entry.lat) <= 90, id);
      assert.ok(entry.lon === null || Math.abs(entry.lon) <= 180, id);
    }
  });

test("every state of the list has its entry", () => {
  for (const code of STATES.split(" ").filter((code) => code !== "HKG" && code !== "ATA"))
    assert.equal(gazetteer.entry(`state/${code}`)?.code, code);
});

test("no two states share a name that is not marked as uncertain", () => {
  const owners = new Map<string, string>();
  for (const row of readTable("states.tsv", STATE_COLUMNS))
    for (const { name } of ENTRY_READERS[0]!.names(row)) {
      if (name.startsWith("?")) continue;
      const key = keyOf(name.replace(/^[=~]/, ""));
      const owner = owners.get(key);
      assert.ok(owner === undefined || owner === row[0], `${name}: ${owner} and ${row[0]}`);
      owners.set(key, row[0]!);
    }
});

test("terms: persons and bodies exist, days are days, no end before its start", () => {
  for (const [person, body, , title, sector, start, end, seen] of readTable("terms.tsv", TERM_COLUMNS)) {
    const line = `${person} ${title} ${start} ${end}`;
    assert.ok(gazetteer.entry(person!) !== null, line);
    assert.ok(gazetteer.entry(body!) !== null, `${line}: ${body}`);
    assert.ok(SECTORS.has(sector!), line);
    for (const date of [start!, end!, seen!])
      assert.ok(date === "" || isDay(wholeDay(date)), `${line}: ${date}`);
    const length = Math.min(start!.length, end!.length);
    assert.ok(end === "" || start!.slice(0, length) <= end!.slice(0, length), line);
    assert.ok(
      (end === "") !== (seen === ""),
      `${line}: an open term says when it was last seen, another does not`,
    );
  }
});

function wholeDay(date: string): string {
  return date.length === 4 ? `${date}-01-01` : date.length === 7 ? `${date}-01` : date;
}

test("names.tsv is what the tables give (else run node scripts/gazetteer/index.ts)", () => {
  const stored = readFileSync(knowledgePath("gazetteer", "names.tsv"), "utf8");
  assert.ok(stored === nameFile());
});
