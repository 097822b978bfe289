/**
 * The pieces of a WARC or ARC file in, its records and damages out, in order.
 * A record counts once its block has its full length, its digest is right,
 * what follows it begins another one, and its gzip member has ended well.
 * After damage the next place where a record begins is taken, inside what the
 * damaged one seemed to hold, too; nothing is passed over in silence.
 */
import { ARC_FORM } from "./arc-form.ts";
import { isDigestOf } from "./digests.ts";
import { parseHttpBlock } from "./http-block.ts";
import { PieceWindow } from "./piece-window.ts";
import type { ArchiveDamage, ArchiveRecord, Piece, RecordForm, RecordHead } from "./types.ts";
import { WARC_FORM } from "./warc-form.ts";

/** SAFETY limit: bytes of one record. */
export const RECORD_BYTES = 32 * 1024 * 1024;
const STEP_BYTES = 64 * 1024;
const MOST_NEWLINES = 64;
const TOO_LARGE = "the record is over the limit";

interface Settings {
  readonly isPacked: boolean;
  readonly recordBytes?: number;
}

/** The records and damages of an archive. */
export async function* readRecords(
  pieces: AsyncIterable<Piece>,
  { isPacked, recordBytes = RECORD_BYTES }: Settings,
): AsyncGenerator<ArchiveRecord | ArchiveDamage> {
  const window = new PieceWindow(pieces);
  let count = 0;
  const damage = (offset: number, inside: number, reason: string, tooLarge = false): ArchiveDamage => {
    return { kind: "damage", offset, inside, reason, tooLarge, recordsBefore: count };
  };
  try {
    const form = formOf(await window.fill(16));
    for (;;) {
      await skipNewlines(window);
      if (window.held.length === 0) {
        if (window.broken === null) return;
        yield damage(window.broken.offset, 0, window.broken.reason);
        window.passBroken();
        continue;
      }
      const { offset, inside } = window.place(isPacked);
      const head = await headAt(window, form);
      const found = "fault" in head ? head.fault : await blockAt(window, head, form, recordBytes, isPacked);
      if (typeof found === "string") {
        const broken = window.broken;
        const isSame = broken !== null && broken.offset === offset;
        const isLarge = found === TOO_LARGE;
        yield damage(offset, inside, isSame && !isLarge ? broken.reason : found, isLarge);
        if (!isLarge) await findRecord(window, form, isSame);
        continue;
      }
      count++;
      const { type, uri, date, contentType } = head as RecordHead;
      yield { kind: "record", offset, inside, type, uri, date, contentType, block: found };
    }
  } finally {
    await window.close();
  }
}

function formOf(bytes: Buffer): RecordForm {
  return /^(?:filedesc|https?|dns):/.test(bytes.toString("latin1")) ? ARC_FORM : WARC_FORM;
}

async function skipNewlines(window: PieceWindow): Promise<void> {
  for (let bytes = await window.fill(1); bytes.length > 0; bytes = await window.fill(1)) {
    let k = 0;
    while (k < bytes.length && (bytes[k] === 10 || bytes[k] === 13)) k++;
    window.consume(k);
    if (k < bytes.length) return;
  }
}

async function headAt(
  window: PieceWindow,
  form: RecordForm,
): Promise<RecordHead | { readonly fault: string }> {
  for (let want = 1024; ; want *= 4) {
    const bytes = await window.fill(want);
    const head = form.parseHead(bytes);
    if (head !== "more") return head;
    if (bytes.length < want) return { fault: "the head of the record is cut off" };
  }
}

/** The block, consumed with its head; a reason, with nothing consumed, where it is damaged. */
async function blockAt(
  window: PieceWindow,
  head: RecordHead,
  form: RecordForm,
  recordBytes: number,
  isPacked: boolean,
): Promise<Buffer | string> {
  const end = head.headBytes + head.blockBytes;
  if (head.blockBytes > recordBytes) return passLarge(window, end, form);
  const memberOffset = window.place(isPacked).offset;
  if ((await window.fill(end)).length < end) return "the block is cut off";
  const block = window.held.subarray(head.headBytes, end);
  const digest = checkDigests(head, block);
  if (typeof digest === "string") return digest;
  const after = await placeAfter(window, end);
  const bytes = await window.fill(after + form.startBytes);
  const isAtEnd = bytes.length <= after;
  if (isAtEnd && window.broken !== null && (!isPacked || window.broken.offset === memberOffset)) {
    return window.broken.reason;
  }
  const isFollowed = isAtEnd || beginsRecord(bytes.subarray(after), form) || startsMember(window, after);
  if (!isFollowed && !digest) {
    return "the length of the block is wrong";
  }
  const copy = Buffer.from(block);
  window.consume(end);
  return copy;
}

/** The place after the newlines that follow a block. */
async function placeAfter(window: PieceWindow, end: number): Promise<number> {
  const bytes = await window.fill(end + MOST_NEWLINES + 1);
  let at = end;
  while (at < bytes.length && at - end < MOST_NEWLINES && (bytes[at] === 10 || bytes[at] === 13)) at++;
  return at;
}

function beginsRecord(bytes: Buffer, form: RecordForm): boolean {
  const head = form.parseHead(bytes);
  return head === "more" || !("fault" in head) || head.fault !== "no record begins here";
}

/** True where a gzip member begins at or just before the place: what is wrong there is not this record's fault. */
function startsMember(window: PieceWindow, at: number): boolean {
  const next = window.nextMember(Math.max(0, at - MOST_NEWLINES));
  return next !== null && next <= at;
}

/** True where a digest says that the block is whole; false where none can; why not, where it says that it is not. */
function checkDigests({ blockDigest, payloadDigest, type }: RecordHead, block: Buffer): boolean | string {
  const whole = blockDigest === null ? null : isDigestOf(blockDigest, block);
  if (whole === false) return "the digest of the block is wrong";
  if (whole === true) return true;
  if (payloadDigest === null || (type !== "response" && type !== "resource")) return false;
  const http = parseHttpBlock(block);
  const bodies = http === null ? [block] : [http.raw, http.body];
  const right = bodies.map((body) => isDigestOf(payloadDigest, body));
  return right.every((each) => each === false) ? "the digest of the payload is wrong" : false;
}

/** Passes over a record that is over the limit, without holding it; where another record begins inside it, its
 * length is wrong, and the window stops there. */
async function passLarge(window: PieceWindow, end: number, form: RecordForm): Promise<string> {
  window.consume(1);
  for (let left = end - 1; left > 0; ) {
    const wanted = Math.min(left, STEP_BYTES) + form.startBytes;
    const bytes = await window.fill(wanted);
    const at = placeOfRecord(bytes, form, 0, wanted);
    if (at !== -1 && at < left) return "the length of the block is wrong";
    const step = Math.min(left, STEP_BYTES, bytes.length);
    if (step === 0) return "the block is cut off";
    window.consume(step);
    left -= step;
  }
  return TOO_LARGE;
}

/** Moves the window to the next place where a record begins, or past the damage, or to the end. */
async function findRecord(window: PieceWindow, form: RecordForm, isReported: boolean): Promise<void> {
  let from = 1;
  for (;;) {
    const bytes = await window.fill(from + STEP_BYTES + form.startBytes);
    const isLast = bytes.length < from + STEP_BYTES + form.startBytes;
    const record = placeOfRecord(bytes, form, from);
    const member = window.nextMember(from - 1);
    const at = [record, member ?? -1].filter((place) => place >= from).sort((a, b) => a - b)[0];
    if (at !== undefined) {
      window.consume(at);
      return;
    }
    if (isLast) {
      if (window.broken !== null && isReported) window.passBroken();
      else window.consume(bytes.length);
      return;
    }
    window.consume(bytes.length - form.startBytes);
    from = 0;
  }
}

/** True where the bytes begin with a head that lacks nothing. */
function isWholeHead(bytes: Buffer, form: RecordForm): boolean {
  const head = form.parseHead(bytes);
  return head !== "more" && !("fault" in head);
}

/** Where the next record begins: at the start of a line, or after a record that was cut in mid-line; -1 where none does.
 * @param to bytes that are looked at (default: all that are held, which may be many times a step) */
function placeOfRecord(bytes: Buffer, form: RecordForm, from: number, to: number = bytes.length): number {
  const text = bytes.toString("latin1", 0, to);
  form.start.lastIndex = from;
  for (let found = form.start.exec(text); found !== null; found = form.start.exec(text)) {
    const before = text[found.index - 1];
    const isAtLine = before === undefined || before === "\n" || before === "\r";
    const after = bytes.subarray(found.index);
    if (isAtLine ? beginsRecord(after, form) : form === WARC_FORM && isWholeHead(after, form))
      return found.index;
  }
  return -1;
}
