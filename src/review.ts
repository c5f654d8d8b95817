/**
 * The core's other door: what an editor reviews before an issue is published.
 */

export { openIssueFile, singleIssue } from "./open-issue.ts";
export { checkDigest } from "./review/check-issue.ts";
export type { Warning } from "./review/check-issue.ts";
export { diffFacts } from "./review/diff-facts.ts";
export type { FactChange } from "./review/diff-facts.ts";
export { readGoldenQuestions } from "./review/golden-question.ts";
export { judgeQuestions } from "./review/ask-turns.ts";
export type { JudgedQuestion } from "./review/ask-turns.ts";
