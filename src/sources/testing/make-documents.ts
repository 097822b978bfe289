/** Documents for tests, made of given paragraphs: Word, PDF, RTF, saved pages, and ZIP files of any entries. */
import { crc32, deflateRawSync } from "node:zlib";

export interface ZipPart {
  readonly name: string;
  readonly bytes: Buffer;
  /** Bit 0: encrypted. */
  readonly flags?: number;
}

/** A ZIP file of the parts, deflated. */
export function makeZip(parts: readonly ZipPart[]): Buffer {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, bytes, flags = 0 } of parts) {
    const packed = deflateRawSync(bytes);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(name.length, 26);
    const central = Buffer.alloc(46);
    central.writeUInt32LE(0x02014b50, 0);
    central.writeUInt16LE(flags, 8);
    central.writeUInt16LE(8, 10);
    central.writeUInt32LE(crc32(bytes), 16);
    central.writeUInt32LE(packed.length, 20);
    central.writeUInt32LE(bytes.length, 24);
    central.writeUInt16LE(name.length, 28);
    central.writeUInt32LE(offset, 42);
    files.push(local, Buffer.from(name), packed);
    directory.push(central, Buffer.from(name));
    offset += 30 + name.length + packed.length;
  }
  const size = directory.reduce((sum, each) => sum + each.length, 0);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...files, ...directory, end]);
}

const escaped = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

/** A Word document of the paragraphs. */
export function makeDocx(paragraphs: readonly string[]): Buffer {
  const body = paragraphs.map(
    (text) => `<w:p><w:r><w:t xml:space="preserve">${escaped(text)}</w:t></w:r></w:p>`,
  );
  return makeDocxOf(`<w:body>${body.join("")}</w:body>`);
}

/** A Word document of the elements inside w:document. */
export function makeDocxOf(xml: string): Buffer {
  const document = `<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${xml}</w:document>`;
  return makeZip([
    { name: "[Content_Types].xml", bytes: Buffer.from("<Types/>") },
    { name: "word/document.xml", bytes: Buffer.from(document) },
  ]);
}

/** An RTF document of the paragraphs. */
export function makeRtf(paragraphs: readonly string[]): Buffer {
  const written = (text: string) =>
    [...text]
      .map((letter) => {
        const code = letter.charCodeAt(0);
        return /[\\{}]/.test(letter) ? `\\${letter}` : code > 127 ? `\\u${code}?` : letter;
      })
      .join("");
  const body = paragraphs.map((text) => `\\pard ${written(text)}\\par\n`).join("");
  return Buffer.from(
    `{\\rtf1\\ansi\\ansicpg1252{\\fonttbl{\\f0 Times;}}{\\*\\generator Own;}\n${body}}`,
    "latin1",
  );
}

const PAGE_TOP = 740;
const LINE = 14;

/** A PDF with a page for each list of lines; "" leaves a line free. */
export function makePdf(pages: readonly (readonly string[])[]): Buffer {
  const objects: string[] = [];
  const kids = pages.map((_, at) => `${4 + at * 2} 0 R`).join(" ");
  objects.push("<< /Type /Catalog /Pages 2 0 R >>");
  objects.push(`<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`);
  objects.push("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>");
  for (const [at, lines] of pages.entries()) {
    const drawn = lines.map((line, row) =>
      line === "" ? "" : `1 0 0 1 72 ${PAGE_TOP - row * LINE} Tm (${line.replace(/[\\()]/g, "\\$&")}) Tj\n`,
    );
    const stream = `BT /F1 11 Tf\n${drawn.join("")}ET`;
    objects.push(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents ${5 + at * 2} 0 R /Resources << /Font << /F1 3 0 R >> >> >>`,
    );
    objects.push(`<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`);
  }
  let file = "%PDF-1.4\n";
  const offsets = objects.map((object, at) => {
    const offset = file.length;
    file += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const start = file.length;
  const table = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("");
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}`;
  file += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(file, "latin1");
}

/** A page saved with its parts, as Chromium writes it. */
export function makeMht(html: string, url: string): Buffer {
  const quoted = [...Buffer.from(html)]
    .map((byte) =>
      byte === 61 || byte > 126 || byte < 32
        ? `=${byte.toString(16).toUpperCase().padStart(2, "0")}`
        : String.fromCharCode(byte),
    )
    .join("")
    .replace(/(.{1,70}(?![0-9A-F]?[0-9A-F]?$))/g, "$1");
  return Buffer.from(
    [
      "From: <Saved by a browser>",
      `Snapshot-Content-Location: ${url}`,
      "MIME-Version: 1.0",
      'Content-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="--parts--x"',
      "",
      "----parts--x",
      'Content-Type: text/html; charset="utf-8"',
      "Content-Transfer-Encoding: quoted-printable",
      `Content-Location: ${url}`,
      "",
      quoted.replace(/(.{40}) /g, "$1 =\r\n"),
      "----parts--x",
      "Content-Type: image/png",
      "Content-Transfer-Encoding: base64",
      "",
      "iVBORw0KGgo=",
      "----parts--x--",
      "",
    ].join("\r\n"),
    "latin1",
  );
}
