import type { Column, Row } from "../adapters/table.ts";
import { drawTable } from "../adapters/table.ts";
import { auroc } from "../eval/auroc.ts";
import { ANSWER_THRESHOLD } from "../src/answer/confidence.ts";
import type { MeasuredCandidate } from "./confidence-model.ts";
import type { MeasuredSpan } from "./span-model.ts";

const COLUMNS: readonly Column[] = [
  { key: "set", label: "set" },
  { key: "questions", label: "questions" },
  { key: "sentence", label: "sentence@1", digits: 1, isShare: true },
  { key: "gain", label: "gain", digits: 1, isShare: true },
  { key: "span", label: "span F1", digits: 1, isShare: true },
  { key: "right", label: "right", digits: 1, isShare: true },
  { key: "wrong", label: "wrong", digits: 1, isShare: true },
  { key: "unanswerable", label: "unanswerable", digits: 1, isShare: true },
  { key: "aurocAnswerable", label: "answerable", digits: 3 },
  { key: "aurocRight", label: "right or wrong", digits: 3 },
];

const LEGEND = `Every question is measured by weights that saw no question about its article.
  sentence@1          the best candidate's sentence holds the answer, over answerable questions
  gain                how good the best candidate is, as training sees it
  span F1             of the span chosen in the answering sentence
  right, wrong,
  unanswerable        what share is answered, where the best candidate is right, wrong, or nothing could be
  answerable          AUROC of the confidence, answerable against unanswerable questions
  right or wrong      AUROC of the confidence over answerable questions`;

/** Draws what each set came to, measured half by half. */
export function drawReport(judged: readonly MeasuredCandidate[], spans: readonly MeasuredSpan[]): string {
  const sets = [...new Set(judged.map(({ set }) => set))];
  const rows = sets.map((name) =>
    rowOf(
      name,
      judged.filter(({ set }) => set === name),
      spans.filter(({ set }) => set === name),
    ),
  );
  return `${drawTable({ name: "report", columns: COLUMNS, rows })}\n\n${LEGEND}`;
}

function rowOf(set: string, judged: readonly MeasuredCandidate[], spans: readonly MeasuredSpan[]): Row {
  const answerable = judged.filter(({ isAnswerable }) => isAnswerable);
  const unanswerable = judged.filter(({ isAnswerable }) => !isAnswerable);
  const right = answerable.filter(({ isRight }) => isRight);
  const wrong = answerable.filter(({ isRight }) => !isRight);
  return {
    set,
    questions: judged.length,
    sentence: mean(answerable.map(({ isSentence }) => Number(isSentence))),
    gain: mean(answerable.map(({ gain }) => gain)),
    span: mean(spans.map(({ f1 }) => f1)),
    right: answeredShare(right),
    wrong: answeredShare(wrong),
    unanswerable: answeredShare(unanswerable),
    aurocAnswerable: auroc(confidences(answerable), confidences(unanswerable)),
    aurocRight: auroc(confidences(right), confidences(wrong)),
  };
}

function confidences(judged: readonly MeasuredCandidate[]): number[] {
  return judged.map(({ confidence }) => confidence);
}

function answeredShare(judged: readonly MeasuredCandidate[]): number | null {
  return mean(judged.map(({ confidence }) => Number(confidence >= ANSWER_THRESHOLD)));
}

function mean(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
}
