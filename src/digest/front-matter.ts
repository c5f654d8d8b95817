import { LineCounter, isMap, isNode, isScalar, parseDocument } from "yaml";
import type { Document, Scalar } from "yaml";
import type { Language } from "../text/script.ts";
import { readHeaderLines } from "./header-lines.ts";
import { parseIssueDate } from "./issue-date.ts";
import type { IssueDate } from "./issue.ts";
import { KnowledgeError } from "./knowledge-error.ts";

/** What the front matter of an issue says; null where it doesn't. Other keys are left aside. */
export interface FrontMatter {
  readonly title: string | null;
  readonly date: IssueDate | null;
  readonly language: Language | null;
  readonly source: string | null;
}

const NONE: FrontMatter = { title: null, date: null, language: null, source: null };

/**
 * Reads the YAML between `---` lines at the top of an issue, or lines of fields without them, and gives the Markdown
 * below.
 *
 * @param source The file's text, with `\n` line ends.
 * @throws {@link KnowledgeError} when the front matter isn't closed, isn't YAML, or holds a wrong value.
 */
export function readFrontMatter(source: string, file: string): { frontMatter: FrontMatter; body: string } {
  const opening = /^(?:[ \t]*\n)*---[ \t]*\n/u.exec(source)?.[0];
  if (opening === undefined) return readPlainFields(source);
  const rest = source.slice(opening.length);
  const linesAbove = opening.split("\n").length - 1;
  const closing = /^(?:---|\.\.\.)[ \t]*$/mu.exec(rest);
  if (closing !== null) {
    const yaml = openYaml(rest.slice(0, closing.index), file, linesAbove);
    return { frontMatter: readFields(yaml), body: rest.slice(closing.index + closing[0].length) };
  }
  if (!/^[\w-]+[ \t]*:/u.test(rest)) return { frontMatter: NONE, body: source };
  throw new KnowledgeError(
    file,
    `line ${linesAbove}: the front matter is never closed; add a line --- below its last field`,
  );
}

/** What isn't a date or a language is left aside here: the lines may have been meant for readers. */
function readPlainFields(source: string): { frontMatter: FrontMatter; body: string } {
  const header = readHeaderLines(source);
  if (header === null) return { frontMatter: NONE, body: source };
  const { fields, body } = header;
  const text = (name: string): string | null => fields.get(name)?.normalize("NFC") || null;
  const frontMatter = {
    title: text("title"),
    date: parseIssueDate(text("date") ?? ""),
    language: languageIn(text("language") ?? text("lang") ?? ""),
    source: text("source"),
  };
  return { frontMatter, body };
}

interface Yaml {
  readonly document: Document.Parsed;
  /** Makes the error for what stands at an offset of the YAML. */
  readonly errorAt: (offset: number, detail: string) => KnowledgeError;
}

function openYaml(text: string, file: string, linesAbove: number): Yaml {
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { lineCounter, prettyErrors: false, logLevel: "silent" });
  const errorAt: Yaml["errorAt"] = (offset, detail) =>
    new KnowledgeError(file, `line ${linesAbove + lineCounter.linePos(offset).line}: ${detail}`);
  const [error] = document.errors;
  if (error !== undefined) {
    const remedy = "put quotes around a value that holds a colon, a # or a quote";
    throw errorAt(error.pos[0], `the front matter isn't valid YAML (${error.message}); ${remedy}`);
  }
  if (document.contents !== null && !isMap(document.contents)) {
    throw errorAt(0, "the front matter isn't made of fields; write `key: value` lines, or *** for a ruled line");
  }
  return { document, errorAt };
}

function readFields(yaml: Yaml): FrontMatter {
  return {
    title: readText(yaml, "title"),
    date: readDate(yaml),
    language: readLanguage(yaml, "language") ?? readLanguage(yaml, "lang"),
    source: readText(yaml, "source"),
  };
}

function readDate(yaml: Yaml): IssueDate | null {
  const text = readText(yaml, "date");
  if (text === null) return null;
  const date = parseIssueDate(text);
  if (date === null) throw wrongValue(yaml, "date", text, "write a day such as 2025-07-16 or a month such as 2025-07");
  return date;
}

function readLanguage(yaml: Yaml, key: string): Language | null {
  const text = readText(yaml, key);
  if (text === null) return null;
  const language = languageIn(text);
  if (language !== null) return language;
  throw wrongValue(yaml, key, text, "write zh or en, or leave the field out and the text decides");
}

function languageIn(tag: string): Language | null {
  const primary = tag.toLowerCase().split(/[-_]/u)[0];
  return primary === "zh" || primary === "en" ? primary : null;
}

/** Reads a field as it is written, so that `title: 2025` is a title; a YAML timestamp reads as its UTC day. */
function readText(yaml: Yaml, key: string): string | null {
  const node: unknown = yaml.document.get(key, true);
  if (node === undefined || node === null) return null;
  if (!isScalar(node)) throw wrongValue(yaml, key, "not one value", "put the value in quotes");
  const text = textOf(node);
  return text.replace(/\s+/gu, " ").trim().normalize("NFC") || null;
}

function textOf({ value, source }: Scalar): string {
  if (value === null) return "";
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  return typeof value === "string" ? value : (source ?? "");
}

function wrongValue(yaml: Yaml, key: string, found: string, remedy: string): KnowledgeError {
  const node: unknown = yaml.document.get(key, true);
  return yaml.errorAt(isNode(node) ? (node.range?.[0] ?? 0) : 0, `\`${key}\` is ${found}; ${remedy}`);
}
