/** Longer names are refused by file systems that count bytes; a Chinese character takes three. */
const LONGEST_BYTES = 120;
/** Names that Windows keeps for devices. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)$/u;

/**
 * Names an issue's file, without ending, by its date and title: letters, digits and hyphens and nothing else, so that
 * no title leads out of the folder.
 */
export function issueName(title: string, date: string | null): string {
  const words = hyphenated(title);
  const name = date === null || hasDate(words, date) ? words : `${date}-${words}`;
  const short = shorten(name).replace(/^-+|-+$/gu, "") || "issue";
  return DEVICE.test(short) ? `issue-${short}` : short;
}

function hyphenated(title: string): string {
  return title
    .normalize("NFC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-+|-+$/gu, "");
}

function hasDate(words: string, date: string): boolean {
  return words.includes(date) || words.includes(date.replaceAll("-", ""));
}

function shorten(name: string): string {
  let short = "";
  for (const char of name) {
    if (Buffer.byteLength(short + char) > LONGEST_BYTES) break;
    short += char;
  }
  return short;
}
