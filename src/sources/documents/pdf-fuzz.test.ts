/**
 * SAFETY bar 17 for PDF, in a file of its own so that it runs beside the others. PDF.js goes on behind its answer,
 * so it is read as `read` does: in a thread of its own, which must outlive every input.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import { SOURCES_FAULTS } from "../faults.ts";
import { FUZZ_COUNT, FUZZ_TIMEOUT_MS, fuzz } from "../testing/fuzz.ts";
import { makePdf } from "../testing/make-documents.ts";
import { createDocumentReader } from "./open-document.ts";

test(`${FUZZ_COUNT} mutated PDF documents`, { timeout: FUZZ_TIMEOUT_MS }, async (t) => {
  const reader = createDocumentReader();
  const seeds = [makePdf([["Kenya met Ghana.", "", "They talked."], ["More."]])];
  const done = await fuzz({
    name: "PDF documents",
    seeds,
    async run(bytes) {
      const opened = await reader.open("pdf", bytes);
      if (opened.ok) assert.ok(opened.texts.length > 0);
      else {
        assert.ok(Object.hasOwn(SOURCES_FAULTS, opened.code), opened.code);
        assert.notEqual(opened.code, "sources/too-hungry", "the thread ended");
      }
    },
  });
  await reader.close();
  t.diagnostic(done);
});
