import type { Reader } from "./draft.ts";
import type { Format } from "./format.ts";

/** One reader a format. Its library is loaded when the first file of the format is read, and not before. */
export const READERS: Readonly<Record<Format, () => Promise<Reader>>> = {
  text: async () => (await import("./plain-text.ts")).readPlainText,
  markdown: async () => (await import("./markdown-newsletter.ts")).readMarkdownNewsletter,
  page: async () => (await import("./web-page.ts")).readWebPage,
  mail: async () => (await import("./mail.ts")).readMail,
  feed: async () => (await import("./feed.ts")).readFeed,
  word: async () => (await import("./word-document.ts")).readWordDocument,
  pdf: async () => (await import("./pdf.ts")).readPdf,
};
