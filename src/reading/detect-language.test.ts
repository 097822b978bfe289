import assert from "node:assert/strict";
import { test } from "node:test";
import { loadPageTables } from "../knowledge/pages.ts";
import { detectLanguage } from "./detect-language.ts";
import { compilePageRules } from "./page-rules.ts";

const { languages } = compilePageRules(loadPageTables());

/** code | text */
const TABLE: readonly [string, string][] = [
  ["en", "The ministers met in Geneva on Monday and agreed to send an envoy to both capitals."],
  ["en", "EU, NATO, UN: Tusk, Stoltenberg, Guterres"],
  ["en", "THE MINISTERS MET IN GENEVA ON MONDAY AND AGREED TO SEND AN ENVOY TO BOTH CAPITALS."],
  ["en", 'The daily El País wrote that "la ley entra en vigor el lunes", and the minister did not deny it.'],
  ["es", "Los ministros se reunieron el lunes en Ginebra y acordaron enviar un enviado a las dos capitales."],
  [
    "pt",
    "Os ministros reuniram-se na segunda-feira em Genebra e não chegaram a um acordo sobre o envio de uma missão.",
  ],
  [
    "fr",
    "Les ministres se sont réunis lundi à Genève et ont décidé d'envoyer un émissaire dans les deux capitales.",
  ],
  [
    "de",
    "Die Minister trafen sich am Montag in Genf und beschlossen, einen Gesandten in die beiden Hauptstädte zu schicken.",
  ],
  [
    "it",
    "I ministri si sono incontrati lunedì a Ginevra e hanno deciso di mandare un inviato nelle due capitali del paese.",
  ],
  [
    "nl",
    "De ministers kwamen maandag in Genève bijeen en besloten een gezant naar de twee hoofdsteden te sturen.",
  ],
  [
    "sv",
    "Ministrarna träffades i Genève på måndagen och beslutade att skicka ett sändebud till de båda huvudstäderna.",
  ],
  [
    "pl",
    "Ministrowie spotkali się w poniedziałek w Genewie i zdecydowali, że wyślą wysłannika do obu stolic.",
  ],
  [
    "tr",
    "Bakanlar pazartesi günü Cenevre'de bir araya geldi ve iki başkente bir temsilci göndermek için karar aldı.",
  ],
  [
    "id",
    "Para menteri bertemu di Jenewa pada hari Senin dan sepakat untuk mengirim utusan ke dua ibu kota itu.",
  ],
  [
    "ru",
    "Министры встретились в понедельник в Женеве и решили направить посланника в обе столицы, это подтвердили.",
  ],
  ["uk", "Міністри зустрілися в понеділок у Женеві та вирішили надіслати посланця до обох столиць."],
  ["ar", "اجتمع الوزراء يوم الاثنين في جنيف واتفقوا على إرسال مبعوث إلى العاصمتين."],
  ["zh", "部长们星期一在日内瓦会面，同意向两国首都派遣特使。"],
  ["ja", "閣僚らは月曜日にジュネーブで会談し、両国の首都に特使を派遣することで合意した。"],
  ["ko", "장관들은 월요일 제네바에서 만나 두 수도에 특사를 보내기로 합의했다."],
  ["el", "Οι υπουργοί συναντήθηκαν τη Δευτέρα στη Γενεύη."],
];

for (const [code, text] of TABLE) {
  test(`${code}: ${text.slice(0, 40)}`, () => assert.equal(detectLanguage(text, languages, "en").code, code));
}
