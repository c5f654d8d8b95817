import { parseArgs } from "node:util";
import { runCommandLine, write } from "../adapters/command-line.ts";
import type { Console } from "../adapters/command-line.ts";
import type { RankingWeights } from "../src/lexicon/ranking-weights.ts";
import type { AskedQuestion } from "./asked-question.ts";
import { askQuestion } from "./asked-question.ts";
import type { CandidateCases } from "./candidate-model.ts";
import { candidateCases, trainCandidates } from "./candidate-model.ts";
import { confidenceCases, measureConfidence, trainConfidence } from "./confidence-model.ts";
import { crossValidate } from "./cross-validation.ts";
import { drawReport } from "./report.ts";
import type { SpanCases } from "./span-model.ts";
import { measureSpans, spanCases, trainSpans } from "./span-model.ts";
import { openTrainingSets } from "./training-sets.ts";
import type { TrainingSet } from "./training-sets.ts";
import { writeWeights } from "./weights-file.ts";

const HELP = `Usage: npm run --silent train -- [--data DIR] [--out FILE] [--report]

Learns what weighs how much in ranking, in the words of short answers and in the confidence, from public question
sets and the repository's own, and writes it into the language data. The same sets give the same file.

  --data DIR   the folder of the public sets (default: ../shared/data)
  --out FILE   where the weights go (default: lexicon/ranking-weights.json)
  --report     learns from each half of the articles, measures on the other, prints a table and writes nothing
  -h, --help   this text

Exit status: 0; 2 when the arguments or a set can't be used.
`;

/** What is learned from, made once for any number of fits. */
interface Cases {
  readonly asked: readonly AskedQuestion[];
  readonly candidates: CandidateCases;
  readonly spans: Readonly<Record<"zh" | "en", SpanCases>>;
}

type Tell = (step: string) => void;

async function runTraining({ output, errors }: Console): Promise<void> {
  const { values } = parseArgs({
    options: {
      data: { type: "string", default: "../shared/data" },
      out: { type: "string", default: "lexicon/ranking-weights.json" },
      report: { type: "boolean", default: false },
      help: { type: "boolean", short: "h", default: false },
    },
  });
  if (values.help) return write(output, HELP);
  const begin = performance.now();
  const tell: Tell = (step) =>
    void errors.write(`train: ${((performance.now() - begin) / 1000).toFixed(0).padStart(3)} s  ${step}\n`);
  tell("reading the question sets");
  const cases = await makeCases(await openTrainingSets(values.data), tell);
  if (values.report) return write(output, `${report(cases, tell)}\n`);
  await writeWeights(values.out, train(cases, tell));
  tell(`wrote ${values.out}`);
}

async function makeCases(sets: readonly TrainingSet[], tell: Tell): Promise<Cases> {
  const asked: AskedQuestion[] = [];
  for (const set of sets) {
    tell(`asking ${set.questions.length} questions of ${set.name}`);
    for (const question of set.questions) {
      const one = await askQuestion(question, set);
      if (one !== null) asked.push(one);
    }
  }
  tell("making candidates");
  const candidates = candidateCases(asked);
  tell("making spans");
  return { asked, candidates, spans: { zh: spanCases(asked, "zh"), en: spanCases(asked, "en") } };
}

function train({ asked, candidates, spans }: Cases, tell: Tell): RankingWeights {
  tell("learning which candidate answers");
  const weights = trainCandidates(candidates, null);
  tell("learning which words answer");
  const spanWeights = { zh: trainSpans(spans.zh, null), en: trainSpans(spans.en, null) };
  tell("learning how sure to be");
  const confidence = trainConfidence(confidenceCases(asked, weights), null);
  return { candidates: weights, spans: spanWeights, confidence };
}

function report({ asked, candidates, spans }: Cases, tell: Tell): string {
  tell("learning which words answer, from each half");
  const chosen = [spans.zh, spans.en].flatMap((cases) =>
    crossValidate(
      (half) => trainSpans(cases, half),
      (weights, half) => measureSpans(cases, weights, half),
    ),
  );
  tell("learning which candidate answers and how sure to be, from each half");
  const judged = crossValidate(
    (half) => {
      const cases = confidenceCases(asked, trainCandidates(candidates, half));
      return { cases, weights: trainConfidence(cases, half) };
    },
    ({ cases, weights }, half) => measureConfidence(cases, weights, half),
  );
  tell("measured");
  return drawReport(judged, chosen);
}

await runCommandLine("train", runTraining);
