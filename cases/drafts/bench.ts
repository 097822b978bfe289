import { globSync, readFileSync } from "node:fs";
const W = process.env.W ?? "/work/wt-ledg";
const im = (p: string) => import(`${W}/${p}`);
const { loadLedgerKnowledge } = await im("src/knowledge/ledgers.ts");
const { loadLinkingKnowledge } = await im("src/knowledge/linking.ts");
const { ledgerTools } = await im("src/linking/ledgers/index.ts");
const { compareHistory, emptyTally } = await im("bench/ledgers/compare.ts");
const { toGoldForm } = await im("bench/ledgers/gold.ts");
const { ledgerMaker } = await im("bench/ledgers/histories.ts");
const { showKinds } = await im("bench/ledgers/kinds.ts");
const { createStages } = await im("src/pipeline/stages.ts");
const { clueIds } = await im("src/record/ids.ts");
const root = process.argv[2]; const only = process.argv.slice(3).filter((x)=>!x.startsWith("-"));
const quiet = process.argv.includes("-q"); const full = process.argv.includes("-f");
const stages = await createStages(); const make = ledgerMaker(); const { stemsOf } = ledgerTools(loadLedgerKnowledge(), loadLinkingKnowledge());
const tally = emptyTally();
for (const slug of globSync("*/record.json",{cwd:root}).map(p=>p.split("/")[0]).sort()) {
  if (only.length && !only.some(o=>slug.includes(o))) continue;
  const gold = JSON.parse(readFileSync(`${root}/${slug}/record.json`,"utf8"));
  if (gold.split === "blind") continue;
  const reports = readFileSync(`${root}/${slug}/reports.jsonl`,"utf8").trim().split("\n").map((line)=>{
    const { id, url, outlet, date, title, text } = JSON.parse(line);
    const page = stages.read({ origin:id, kind:"json", content:text, bytesHash:id, given:{id,url,outlet,date,title}}, null);
    if(!page.ok) throw new Error(page.refusal.code);
    const { sentences, coded } = stages.code(page.value);
    return { report:{ id, givenId:id, text:page.value.text, title, date:page.value.date, outlet, url, sentences, mentions: coded.mentions.map((m:any,i:number)=>({...m,id:`${id}#${i}`}))}, clues: coded.clues };
  });
  const found = (await make(reports)).map(toGoldForm);
  const misses = compareHistory(slug, gold, found, stemsOf, tally);
  if (!quiet) for (const m of misses) console.log(m.where.padEnd(34), m.what);
  if (full) for (const f of found) console.log("   ", f.list, JSON.stringify(f.entry));
  if (full) for (const r of reports) for (const c of r.clues) console.log("   clue", r.report.id, c.rule, c.step, c.kind, c.about, c.place?.name ?? c.place, c.day?.date ?? c.day?.from ?? JSON.stringify(c.day), JSON.stringify(c.parties.map((p:any)=>`${p.role}:${p.code}:${p.name}`)));
}
if (process.argv.includes("-k")) console.log(showKinds("kinds", tally.kinds));
const r=(a:number,b:number)=>(a/b).toFixed(3);
console.log(`fields ${r(tally.fieldsRight,tally.fieldsAll)} (${tally.fieldsRight}/${tally.fieldsAll}) steps ${r(tally.stepsRight,tally.stepsGold)} (${tally.stepsRight}/${tally.stepsGold}) f1 ${r(2*tally.stepsRight,tally.stepsGold+tally.stepsFound)} found ${r(tally.entriesPaired,tally.entriesGold)} prec ${r(tally.entriesPaired,tally.entriesFound)}`);
