/**
 * A tag of a site generator that has words shown by a template: `{% include questions.md q0="Why?" a0="Because." %}`.
 * It may run over many lines.
 */
export const TEMPLATE_INCLUDE = /^[ \t]*\{%-?\s*include\s(?:(?!\{%|%\})[\s\S])*%\}[ \t]*$/u;

const PARAMETER = /(?:^|\s)[\w-]+\s*=\s*(["'])([\s\S]*?)\1(?=\s+[\w-]+\s*=|\s*-?%\}[ \t]*$)/gu;
/** What a reader is shown is a sentence: not a file's name, a style, an address or a time. */
const SENTENCE = /[.。!！?？…:：][)"”’」』）\s]*$/u;

/** Writes the sentences among a tag's parameters as Markdown: those that ask as headings, others as paragraphs below. */
export function includedSentences(tag: string): string {
  const indent = /^[ \t]*/u.exec(tag)?.[0] ?? "";
  const shown = [...tag.matchAll(PARAMETER)].map((match) => dedented(match[2] ?? "")).filter(isSentence);
  return shown
    .map((value) => `\n\n${indented(/[?？]\s*$/u.test(value) ? `### ${value.replaceAll("\n", " ")}` : value, indent)}`)
    .join("");
}

function isSentence(value: string): boolean {
  return SENTENCE.test(value) && /\s|\p{Script=Han}/u.test(value) && /\p{L}{2}/u.test(value);
}

function dedented(value: string): string {
  const lines = value.replaceAll('\\"', '"').trim().split("\n");
  const margin = Math.min(
    ...lines
      .slice(1)
      .filter((line) => line.trim() !== "")
      .map((line) => /^[ \t]*/u.exec(line)?.[0].length ?? 0),
  );
  return lines.map((line, i) => (i === 0 ? line : line.slice(Number.isFinite(margin) ? margin : 0))).join("\n");
}

function indented(text: string, indent: string): string {
  return indent === "" ? text : text.replace(/^(?=.)/gmu, indent);
}
