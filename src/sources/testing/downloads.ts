/** Downloads of newspaper databases for tests, written for the purpose in the layouts of Nexis and Factiva. */

export const OLD_NEXIS = `                               1 of 2 DOCUMENTS


                              The Harbour Gazette

                            August 10, 2017 Thursday
                              Late Edition - Final

Kenya expels two Ghanaian diplomats over leaked cables in a dispute that has
lasted for months

BYLINE: By ANNA AUTHOR

SECTION: Section A; Column 0; Foreign Desk; Pg. 1

LENGTH: 42 words

DATELINE: NAIROBI, Kenya


 Kenya expelled two Ghanaian diplomats on Wednesday, the foreign ministry said,
in a dispute over cables that were leaked in June.

 SUBJECT: was all that the note said of the matter.

 Ghana protested.

URL: https://gazette.example/2017/08/10/kenya

LOAD-DATE: August 11, 2017

LANGUAGE: ENGLISH

PUBLICATION-TYPE: Newspaper


                  Copyright 2017 The Harbour Gazette Company
                              All Rights Reserved


                               2 of 2 DOCUMENTS


                                River Ledger

                                11 August 2017

Ghana recalls its envoy

LENGTH: 20 words

Ghana recalled its ambassador to Kenya on Thursday.

LOAD-DATE: August 11, 2017
`;

/** Paragraphs of the newer layout, with the cover that stands before the first report. */
export const NEW_NEXIS: readonly string[] = [
  "User Name: reader",
  "Date and Time: Friday, November 27, 2026 1:00 PM EST",
  "Documents (2)",
  "1. Kenya expels two Ghanaian diplomats",
  "Search Terms: Kenya",
  "Kenya expels two Ghanaian diplomats",
  "The Harbour Gazette",
  "August 10, 2017 Thursday",
  "Late Edition - Final",
  "Copyright 2017 The Harbour Gazette Company",
  "Section: Section A; Foreign Desk; Pg. 1",
  "Length: 42 words",
  "Byline: By Anna Author",
  "Body",
  "Kenya expelled two Ghanaian diplomats on Wednesday, the foreign ministry said.",
  "Ghana protested.",
  "Classification",
  "Language: ENGLISH",
  "Subject: DIPLOMACY (90%)",
  "Load-Date: August 11, 2017",
  "End of Document",
  "Ghana recalls its envoy",
  "River Ledger",
  "August 11, 2017 Friday 3:15 PM GMT",
  "Copyright 2017 River Ledger",
  "Length: 20 words",
  "Body",
  "Ghana recalled its ambassador to Kenya on Thursday.",
  "Load-Date: August 11, 2017",
  "End of Document",
];

export const BARE_FACTIVA = `Kenya expels two Ghanaian diplomats
By Anna Author
42 words
10 August 2017
12:30
Harbour News
HARBN
English
(c) 2017 Harbour News Limited

Kenya expelled two Ghanaian diplomats on Wednesday, the foreign ministry said.

In a note it gave no reason. Ghana protested.

Document HARBN00020170810ed8a00abc

Ghana recalls its envoy
20 words
11 August 2017
River Ledger
RIVLED
English
Copyright 2017 River Ledger

Ghana recalled its ambassador to Kenya on Thursday.

Document RIVLED0020170811ed8b0000x

Search Summary
Text  kenya and ghana
`;

export const CODED_FACTIVA = `SE  News
HD  Kenya expels two Ghanaian diplomats
BY  Anna Author
WC  42 words
PD  10 August 2017
ET  12:30
SN  Harbour News
SC  HARBN
LA  English
CY  (c) 2017 Harbour News Limited

LP
Kenya expelled two Ghanaian diplomats on Wednesday, the foreign ministry said.

TD
In a note it gave no reason. Ghana protested.

CO  xyz
NS  gdip : International Relations
AN  Document HARBN00020170810ed8a00abc
`;
