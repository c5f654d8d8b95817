import type { Weights } from "../src/lexicon/ranking-weights.ts";
import type { AskedQuestion } from "./asked-question.ts";
import { rankWith } from "./asked-question.ts";
import type { Half } from "./cross-validation.ts";
import type { FeatureMatrix } from "./feature-matrix.ts";
import { FeatureMatrixBuilder } from "./feature-matrix.ts";
import type { Choice } from "./listwise-softmax.ts";
import { trainListwise } from "./listwise-softmax.ts";
import { candidateBounds } from "./weight-bounds.ts";
import { toWeights } from "./weights-file.ts";

const L2 = 0.0005;

/** The candidates of every answerable question, with what each would gain. */
export interface CandidateCases {
  readonly matrix: FeatureMatrix;
  readonly choices: readonly CandidateChoice[];
}

interface CandidateChoice extends Choice {
  readonly half: Half;
}

/** Makes the candidates of the answerable questions. */
export function candidateCases(asked: readonly AskedQuestion[]): CandidateCases {
  const builder = new FeatureMatrixBuilder();
  const choices: CandidateChoice[] = [];
  for (const question of asked) {
    if (!question.isAnswerable) continue;
    // Without weights the order is that of the text, so nothing here depends on the weights learned last.
    const candidates = rankWith({}, question);
    const firstRow = builder.rows;
    for (const candidate of candidates) builder.addRow(candidate.features.named());
    const gains = Float64Array.from(candidates, question.gold.gain);
    choices.push({ firstRow, gains, weight: question.set.worth.candidates, half: question.half });
  }
  return { matrix: builder.build(), choices };
}

/** Learns which candidate answers, from one half of the articles or from all. */
export function trainCandidates({ matrix, choices }: CandidateCases, half: Half | null): Weights {
  const seen = choices.filter((choice) => (half === null || choice.half === half) && Math.max(0, ...choice.gains) > 0);
  return toWeights(matrix.names, trainListwise(matrix, seen, L2, candidateBounds));
}
