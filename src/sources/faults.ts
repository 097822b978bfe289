/** The codes of this room: why a source, a file or a line gives no page. */
export const SOURCES_FAULTS = {
  "sources/missing": "There is no such file or folder.",
  "sources/permission": "The file or folder may not be read.",
  "sources/unreadable": "The machine failed while the file was read.",
  "sources/empty": "The file, line or folder holds no text.",
  "sources/binary": "The bytes are not text in any encoding that is read.",
  "sources/too-large": "The file, or what it unpacks to, is larger than the limit.",
  "sources/line-too-long": "The line is longer than the limit.",
  "sources/damaged": "The compressed file is cut off or broken.",
  "sources/bad-json": "The line is not JSON.",
  "sources/bad-record": "The JSON is no object with a text or html field.",
  "sources/unsupported": "This kind of source is not read.",
} as const;

export type SourcesFaultCode = keyof typeof SOURCES_FAULTS;
