/** What a file may take; each message that refuses one says the limit. */
export const LIMITS = {
  fileMb: 32,
  textMb: 4,
  markupMb: 16,
  htmlDepth: 400,
  htmlElements: 50_000,
  mailParts: 500,
  feedEntries: 5000,
  wordParts: 2000,
  wordMb: 32,
  pdfPages: 1000,
  readingSeconds: 30,
  heapMb: 768,
  memoryMb: 1024,
} as const;

export const MEGABYTE = 1024 * 1024;
