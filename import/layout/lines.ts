import { displayWidth } from "../../adapters/display-width.ts";
import { cleanText, plainLine } from "../clean-text.ts";

/** A line of a text as its print shows it. */
export interface Line {
  /** Without the space around it, in NFC; inner white space is one space. */
  readonly text: string;
  /** Columns of space before it, an ideographic space counts two. */
  readonly indent: number;
  readonly width: number;
  /** Empty lines above it. */
  readonly gap: number;
  /** Whether a page begins above it. */
  readonly isPageTop: boolean;
  /** Whether a ruled line stands above it. */
  readonly isRuled: boolean;
  /** The character that it is underlined with; empty where it isn't. */
  readonly underline: string;
  /** Columns left free beside it, where the print says so; null where only the other lines tell. */
  readonly room: number | null;
  /** Its size, where that of most of the text is 1. */
  readonly size: number;
}

const RULE = /^(?:([-=_~*·•—─━＿＊#])\s*)(?:\1\s*){2,}$/u;

/** Cuts a text into lines. Ruled lines become marks of the lines that they part or underline. */
export function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  let gap = 0;
  let isPageTop = false;
  let isRuled = false;
  for (const raw of cleanText(text).split("\n")) {
    const printed = raw.replaceAll("\f", "");
    isPageTop ||= raw.includes("\f");
    const line = plainLine(printed);
    const last = lines.at(-1);
    if (line === "") gap++;
    else if (RULE.test(line)) {
      if (last !== undefined && gap === 0 && isUnderlineOf(line, last))
        lines[lines.length - 1] = underlined(last, line);
      else isRuled = true;
      gap = 0;
    } else {
      const indent = displayWidth(/^\s*/u.exec(printed.replaceAll("\t", "    "))?.[0] ?? "");
      lines.push({
        text: line,
        indent,
        width: displayWidth(line),
        gap,
        isPageTop,
        isRuled,
        underline: "",
        room: null,
        size: 1,
      });
      [gap, isPageTop, isRuled] = [0, false, false];
    }
  }
  return lines;
}

/** An underline is about as long as what it underlines; a ruled line across the page isn't. */
function isUnderlineOf(rule: string, line: Line): boolean {
  return /^[-=~─━]/u.test(rule) && line.underline === "" && displayWidth(rule) <= line.width * 1.5 + 4;
}

function underlined(line: Line, rule: string): Line {
  return { ...line, underline: rule.charAt(0) };
}
