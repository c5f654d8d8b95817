/** A line of input, without its line end. */
export interface Line {
  readonly text: string;
  /** True where the line was longer than what is kept of it. */
  readonly isCut: boolean;
}

/** Longer lines are cut: a question has at most 1,000 characters, which JSON may write as `\u0000` each. */
export const LONGEST_LINE = 65_536;

/**
 * Reads lines as they arrive, holding at most one in memory, and at most `longest` UTF-16 units of it.
 *
 * Only a line feed ends a line: JSON may hold U+2028 as it is, where `node:readline` would break.
 */
export async function* readLines(input: NodeJS.ReadableStream, longest: number = LONGEST_LINE): AsyncGenerator<Line> {
  input.setEncoding("utf8");
  let line: Line = { text: "", isCut: false };
  let isFirst = true;
  for await (const chunk of input) {
    const parts = (isFirst ? withoutMark(String(chunk)) : String(chunk)).split("\n");
    isFirst = false;
    for (const [i, part] of parts.entries()) {
      line = append(line, part, longest);
      if (i === parts.length - 1) break;
      yield withoutReturn(line);
      line = { text: "", isCut: false };
    }
  }
  if (line.text !== "") yield withoutReturn(line);
}

function append({ text, isCut }: Line, part: string, longest: number): Line {
  const room = longest - text.length;
  return { text: text + part.slice(0, room), isCut: isCut || part.length > room };
}

/** Drops the byte order mark that some editors begin a file with. */
function withoutMark(text: string): string {
  return text.startsWith("\ufeff") ? text.slice(1) : text;
}

function withoutReturn(line: Line): Line {
  return line.text.endsWith("\r") ? { ...line, text: line.text.slice(0, -1) } : line;
}
