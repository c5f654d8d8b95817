/** Where a compiled catalogue of gettext keeps its number of messages and its two tables, and how it begins. */
const MAGIC = 0x950412de;
const COUNT = 8;
const ORIGINALS = 12;
const TRANSLATIONS = 16;
/** Parts the context of a message from the message. */
const CONTEXT_END = "\u0004";

/**
 * Reads a compiled catalogue of gettext (GNU gettext manual, "The Format of GNU MO Files"): each message with its
 * translation. Of messages that differ by their context alone, the first counts.
 */
export function readCatalogue(file: Buffer): Map<string, string> {
  if (file.readUInt32LE(0) !== MAGIC) throw new Error("This is no little-endian .mo file; unpack the package anew");
  const text = (table: number, i: number): string => {
    const at = file.readUInt32LE(table) + 8 * i;
    const start = file.readUInt32LE(at + 4);
    return file.toString("utf8", start, start + file.readUInt32LE(at));
  };
  const messages = new Map<string, string>();
  for (let i = 0; i < file.readUInt32LE(COUNT); i++) {
    const message = text(ORIGINALS, i).split(CONTEXT_END).at(-1) ?? "";
    if (message !== "" && !messages.has(message)) messages.set(message, text(TRANSLATIONS, i));
  }
  return messages;
}
