import type { Lexicon } from "../fact/lexicon.ts";
import type { Query } from "../question/query.ts";
import type { Span } from "../text/span.ts";
import { slice, trim } from "../text/span.ts";
import { bestSpan } from "./answer-span.ts";
import { groupOf } from "./ranking-features.ts";
import type { RankedCandidate } from "./candidate.ts";

/** Narrows a sentence candidate to the clauses that answer: the reason, what was said, what a term means. */
export function extract(query: Query, candidate: RankedCandidate, lexicon: Lexicon): RankedCandidate {
  const { folded } = candidate.reading;
  if (candidate.mention?.kind === "period")
    return {
      ...candidate,
      span: {
        start: candidate.span.start,
        end:
          candidate.span.end +
          (PART_OF_MONTH.exec(folded.slice(candidate.span.end, candidate.span.end + 2))?.[0].length ?? 0),
      },
    };
  if (candidate.mention !== null) {
    const other = candidate.fit < POOR_FIT && groupOf(query) === "Name" ? bestOf(query, candidate, lexicon) : null;
    return other === null ? candidate : { ...candidate, span: other, mention: null };
  }
  const sentence = { start: candidate.sentence.start, end: candidate.sentence.end };
  const isWhole = candidate.span.start === sentence.start && candidate.span.end === sentence.end;
  if (!isWhole) return candidate;
  const span = trimEnd(folded, unbroken(folded, narrow(query, candidate, lexicon), sentence));
  return { ...candidate, span: span.end > span.start ? span : sentence };
}

/** Below this fit a name is most likely not of the kind that was asked for. */
const POOR_FIT = 0.5;

function bestOf(query: Query, { reading, sentence }: RankedCandidate, lexicon: Lexicon): Span | null {
  return bestSpan(query, reading, sentence, lexicon);
}

/** 9月底 is more than 9月. */
const PART_OF_MONTH = /^(?:底|初|末|[上中下]旬)/u;

function narrow(query: Query, candidate: RankedCandidate, lexicon: Lexicon): Span {
  const sentence: Span = candidate.sentence;
  switch (query.type) {
    case "opinion":
      return spoken(candidate, lexicon) ?? sentence;
    case "reason":
      return afterCue(candidate, lexicon.cues.reasons) ?? bestOf(query, candidate, lexicon) ?? sentence;
    default:
      return bestOf(query, candidate, lexicon) ?? sentence;
  }
}

/** What follows the verb of speech, or what stands in the quotation marks. */
function spoken({ reading, sentence }: RankedCandidate, lexicon: Lexicon): Span | null {
  const text = reading.folded.slice(sentence.start, sentence.end);
  const match = new RegExp(
    `(?:${lexicon.names.speechVerbs})[,，::：]|\\b(?:${lexicon.names.englishSpeechVerbs})(?: that)? `,
    "u",
  ).exec(text);
  if (match === null) return null;
  const start = sentence.start + match.index + match[0].length;
  return sentence.end - start >= 6 ? { start, end: sentence.end } : null;
}

/** From a word that leads a reason to the sentence's end. */
function afterCue({ reading, sentence }: RankedCandidate, reasons: RegExp): Span | null {
  for (const clause of sentence.clauses) {
    const cue = reasons.exec(slice(reading.folded, clause));
    if (cue !== null && LEADING.test(cue[0])) return { start: clause.start + cue.index, end: sentence.end };
  }
  return null;
}

/** Words of reason that the reason follows. */
const LEADING = /^(?:由于|因为|得益于|旨在|为了|because|due|thanks|to )/u;

/** Widens a span to what closes the brackets and quotation marks that it opens, within its sentence. */
function unbroken(folded: string, { start, end }: Span, sentence: Span): Span {
  for (const [opener, closer] of PAIRS) {
    const text = folded.slice(start, end);
    const opened = text.lastIndexOf(opener);
    if (opened < 0 || text.includes(closer, opened)) continue;
    const closed = folded.indexOf(closer, end);
    if (closed >= 0 && closed < sentence.end) end = closed + closer.length;
  }
  return { start, end };
}

const PAIRS = [
  ["《", "》"],
  ["“", "”"],
  ["「", "」"],
  ["(", ")"],
] as const;

function trimEnd(folded: string, span: Span): Span {
  let { start, end } = trim(folded, span);
  while (end > start && /[。，,;；]/u.test(folded.charAt(end - 1))) end--;
  while (start < end && /[，,]/u.test(folded.charAt(start))) start++;
  return { start, end };
}
