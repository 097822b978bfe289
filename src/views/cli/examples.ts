/** The examples that the help of each command ends with; every one can be typed as it stands. */

export const TOP_EXAMPLES = `
Examples:
  chancery read examples/                       read a folder into ./chancery.db
  chancery mentions --between USA RUS           who did what to whom
  chancery explain m_3f9a0c51                   why a line is there
`;

export const EXIT_CODES =
  "Exit codes: 0 all went well, 1 failed or nothing usable, 2 the command line, 3 part of the input was " +
  "refused (read --strict, code, extract, recode), 4 the record cannot be used or is not there, 130 stopped. Data goes " +
  "to standard output, everything else to standard error.";

export const READ_EXAMPLES = `  chancery read report.txt page.html            files; the form is found out
  chancery read reports/                        a folder: texts, pages, JSON, documents in it
  chancery read --json < reports.jsonl -        JSON Lines from standard input
  chancery read archive.jsonl.gz --strict       fail when anything is refused
  chancery read https://example.org/feed --contact you@example.org
  chancery read --site https://example.org --since 2024-03
  chancery read crawl.warc.gz addresses.txt     an archive; a list of addresses
JSON Lines: {"id"?, "url"?, "outlet"?, "title"?, "date"?, "text" or "html"}`;

export const REPORTS_EXAMPLES = `  chancery reports --since 2017-08
  chancery reports --search "foreign minister" --json`;

export const MENTIONS_EXAMPLES = `  chancery mentions --actor RUS --type THREATEN/expel
  chancery mentions --between USA RUS --since 2017-07 --until 2017-08
  chancery mentions --search '"nuclear test"' --csv > mentions.csv
  chancery mentions --event e_3f9a0c51 --json   the mentions of one event`;

export const STATEMENTS_EXAMPLES = `  chancery statements --speaker RUS --about USA --since 2017-08
  chancery statements --kind direct --search sanctions --json
  chancery statements w_3f9a0c51                one statement with all reports that give its words`;

export const EXPLAIN_EXAMPLES = `  chancery explain m_3f9a0c51                   one mention; the beginning of its id is enough
  chancery explain r_77b0c2 --tree              a whole report with all its trees
  chancery explain e_3f9a0c51 e_77b0c2d4        why two events are not one`;

export const WATCH_EXAMPLES = `  chancery watch add https://example.org/feed   onto the list
  chancery watch --contact you@example.org      poll every 15 minutes until Ctrl-C
  chancery watch --once --json                  one round, for a timer such as cron
  chancery watch list`;

export const EXTRACT_EXAMPLES = `  chancery extract page.html.gz                 one object a page: title, date, authors, text, sections
  chancery extract pages/ > pages.jsonl         all pages of a folder
  cat page.html | chancery extract -`;

export const PARSE_EXAMPLES = `  chancery parse speech.txt > speech.conllu
  echo "Kenya and Ghana met." | chancery parse
  chancery parse --tokenized gold.conllu`;

export const CODE_EXAMPLES = `  echo '{"id":1,"text":"Kenya met Ghana on Friday.","date":"2024-03-06"}' | chancery code
  chancery code pairs.jsonl > coded.jsonl       with "actor" and "recipient" spans: "relation", too
  chancery code --actors own.jsonl reports.jsonl  names and codes of your own`;

export const LINK_EXAMPLES = `  chancery link reports.jsonl > linked.json      {"id"?, "text", "date"?, "url"?, "outlet"?, "title"?, "mentions"?}
  chancery link a.jsonl b.jsonl                  texts without "mentions" are coded on the way`;

export const RECODE_EXAMPLES = `  chancery recode --dry-run                     what would change
  chancery recode --since 2017-08               only reports from August 2017 on`;

export const FORGET_EXAMPLES = `  chancery forget r_3f9a0c51d2b84e67`;

export const BACKUP_EXAMPLES = `  chancery backup chancery-2017-08.backup
  chancery backup all.backup --record postgres://localhost/chancery`;

export const RESTORE_EXAMPLES = `  chancery restore all.backup --record fresh.db
  chancery restore all.backup --record postgres://localhost/empty`;

export const SERVE_EXAMPLES = `  chancery serve                                pages and API at http://127.0.0.1:4400/
  chancery serve --record news.db --port 0      any port that is free
  chancery token new laptop && chancery serve --host 0.0.0.0 --allow-host news.example.org
Without --host only this machine can reach it; any other address needs a token.`;

export const TOKEN_EXAMPLES = `  chancery token new laptop                     shown once; only a hash is kept
  chancery token list
  chancery token remove laptop`;

export const DOCTOR_EXAMPLES = `  chancery doctor
  chancery doctor --record postgres://localhost/chancery --json`;

export const EVENTS_EXAMPLES = `  chancery events --min-lines 2                 told by two independent lines of reporting at least
  chancery events --between USA RUS --since 2017-07 --csv > events.csv
  chancery events --story s_3f9a0c51            what happened in one story`;

export const STORIES_EXAMPLES = `  chancery stories --since 2017-08
  chancery stories --search "embassy" --json`;

export const COPIES_EXAMPLES = `  chancery copies                               passages that stand in an earlier report, too
  chancery copies --report r_3f9a0c51 --kind edited`;

export const CONTRADICTIONS_EXAMPLES = `  chancery contradictions --kind figure         figures that cannot both be right
  chancery contradictions --story s_3f9a0c51 --json`;

export const COUNTS_EXAMPLES = `  chancery counts --by actor,recipient,month
  chancery counts --by week --between USA RUS --zero-fill
  chancery counts --by type,year --csv > counts.csv`;

export const TIMELINE_EXAMPLES = `  chancery timeline --between USA RUS
  chancery timeline --between PRK USA --since 2017-07 --until 2017-09`;

export const DIGEST_EXAMPLES = `  chancery digest s_3f9a0c51                    a story in five sentences, each with its source
  chancery digest s_3f9a0c51 --sentences 3 --json`;

export const DECIDE_EXAMPLES = `  chancery join e_3f9a0c51 e_77b0c2d4           two events are one
  chancery split r_3f9a0c51 r_77b0c2d4          two reports are not of one story`;

export const DECISIONS_EXAMPLES = `  chancery decisions --json > decisions.jsonl   to keep, or to give to another record
  chancery decisions import decisions.jsonl
  chancery decisions drop d_3f9a0c51            let the machine decide again`;

export const CORRECT_EXAMPLES = `  chancery correct m_3f9a0c51 SANCTION/expel    the mention is of another type
  chancery correct m_3f9a0c51 --no-event        the words tell no event`;
