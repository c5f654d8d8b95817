import { ANSWER_THRESHOLD } from "../../src/index.ts";
import type { Asked, Evidence, Query, QueryTerm, RankedCandidate } from "../../src/index.ts";
import { displayWidth, pad, truncate, wrap } from "../display-width.ts";
import { periodLabel } from "../period-label.ts";
import { printable } from "../terminal-style.ts";

/** What a terminal of the usual width and a bug report hold. */
const COLUMNS = 100;
const CANDIDATES_SHOWN = 5;
const ALTERNATIVES_SHOWN = 8;
const LABEL_WIDTH = 12;

/** Tells how a reply came about: the query as understood, the best candidates with the evidence, the decision. */
export function explain({ reply, trace }: Asked): string {
  const { query, candidates, decision, confidence } = trace;
  const relation = decision === "refused" ? "refused" : `answered (${decision})`;
  const lines = [
    ...row("Question", reply.question),
    ...(query === null ? [] : explainQuery(query)),
    "",
    `Candidates  ${candidates.length === 0 ? "none" : `the best ${Math.min(CANDIDATES_SHOWN, candidates.length)} of ${candidates.length}`}`,
    ...candidates.slice(0, CANDIDATES_SHOWN).flatMap((candidate, i) => explainCandidate(candidate, i + 1)),
    "",
    ...row("Decision", `${relation}; confidence ${figure(confidence)}, answers from ${figure(ANSWER_THRESHOLD)}`),
    ...(reply.status === "unanswered" ? row("Missing", missingWords(reply.missing)) : []),
  ];
  return `${lines.join("\n")}\n`;
}

function explainQuery(query: Query): string[] {
  const limits = [
    query.dimensions.length === 0 ? null : `measuring ${query.dimensions.join(" or ")}`,
    query.counter === null ? null : `counted in ${query.counter}`,
    query.direction === null ? null : `going ${query.direction}`,
    query.base === null ? null : `against the ${query.base === "year" ? "year" : "period"} before`,
    query.ordinal === null ? null : `article ${query.ordinal}`,
  ].filter((limit) => limit !== null);
  return [
    ...row("Understood", query.folded),
    ...row("Language", query.language),
    ...row("Type", [query.isYesNo ? `${query.type}, yes or no` : query.type, ...limits].join("; ")),
    ...row("Focus", query.focus?.surface ?? "none"),
    ...row(
      "Periods",
      query.periods
        .map((period) => `${query.question.slice(period.start, period.end)} = ${periodLabel(period) || "unresolved"}`)
        .join("; ") || "none",
    ),
    ...row(
      "Figures",
      query.quantities.map((quantity) => query.folded.slice(quantity.start, quantity.end)).join("; ") || "none",
    ),
    ...(query.terms.length === 0
      ? row("Terms", "none")
      : query.terms.flatMap((term, i) => row(i === 0 ? "Terms" : "", termWords(term)))),
  ];
}

function termWords({ surface, role, weight, alternatives }: QueryTerm): string {
  const others = alternatives.filter(({ text }) => text !== surface);
  const shown = others
    .slice(0, ALTERNATIVES_SHOWN)
    .map(({ text, factor }) => (factor === 1 ? text : `${text} ×${figure(factor)}`));
  const rest = others.length > ALTERNATIVES_SHOWN ? [`${others.length - ALTERNATIVES_SHOWN} more`] : [];
  const also = shown.length === 0 ? "" : `  or ${[...shown, ...rest].join(", ")}`;
  return `${pad(surface, 14)} ${pad(role, 8)} ${figure(weight)}${also}`;
}

function explainCandidate(candidate: RankedCandidate, place: number): string[] {
  const { reading, span, sentence, mention, score, coverage, fit, evidence } = candidate;
  const { article } = reading;
  const numbers = `score ${figure(score)}  coverage ${figure(coverage)}  fit ${figure(fit)}`;
  const lead = `${pad(`${place}.`, 3)}${mention?.kind ?? "sentence"}  ${numbers}  `;
  const says = mention === null ? [] : row("   answer", printed(article.text.slice(span.start, span.end)));
  return [
    "",
    lead + truncate(`${article.id} ${printed(article.title)}`, COLUMNS - displayWidth(lead)),
    ...says,
    ...row("   sentence", printed(article.text.slice(sentence.start, sentence.end)), 3),
    ...row("   for", wordsFor(evidence).join("; ") || "nothing"),
    ...row("   against", wordsAgainst(evidence).join("; ") || "nothing"),
  ];
}

function wordsFor({ closeness, focus, period }: Evidence): string[] {
  return [
    ...(period === 1 ? ["the asked period"] : period > 0 ? ["within the asked period"] : []),
    ...(focus !== null && focus > 0 ? [`focus ${figure(focus)}`] : []),
    ...(closeness > 0 ? [`terms close by ${figure(closeness)}`] : []),
  ];
}

function wordsAgainst({
  missing,
  missingShare,
  missingNames,
  missingConcepts,
  period,
  conflicts,
  focus,
}: Evidence): string[] {
  return [
    ...(missing.length > 0 ? [`missing ${missing.join(", ")} (${figure(missingShare)} of the weight)`] : []),
    ...(missingNames.length > 0 ? [`names not there: ${missingNames.join(", ")}`] : []),
    ...(missingConcepts.length > 0 ? [`concepts not there: ${missingConcepts.join(", ")}`] : []),
    ...(period < 0 ? ["another period"] : []),
    ...(conflicts.length > 0 ? [`says ${conflicts.join(", ")} instead`] : []),
    ...(focus === 0 ? ["focus not there"] : []),
  ];
}

function missingWords(missing: { readonly kind: string; readonly words?: string }): string {
  return missing.words === undefined || missing.words === "" ? missing.kind : `${missing.kind}: ${missing.words}`;
}

/** A labelled row; a long text goes on below itself, `most` lines at most. */
function row(label: string, text: string, most = 4): string[] {
  const lines = wrap(printed(text), COLUMNS - LABEL_WIDTH);
  const shown =
    lines.length <= most
      ? lines
      : [...lines.slice(0, most - 1), truncate(lines.slice(most - 1).join(" "), COLUMNS - LABEL_WIDTH)];
  return shown.map((line, i) => `${pad(i === 0 ? label : "", LABEL_WIDTH)}${line}`.trimEnd());
}

function printed(text: string): string {
  return printable(text).replace(/\s*\n\s*/gu, " ");
}

function figure(value: number): string {
  return value.toFixed(2);
}
