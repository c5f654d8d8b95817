import { join } from "node:path";
import { messageOf, UsageError } from "../adapters/command-line.ts";
import { readQuestionSet } from "../eval/question-set.ts";
import type { QuestionSet } from "../eval/question-set.ts";
import { toIssue } from "../eval/set-issue.ts";
import { createDigest, openDigest } from "../src/index.ts";
import type { Digest } from "../src/index.ts";
import { goldOfAnswers, goldOfWords } from "./gold.ts";
import type { Gold } from "./gold.ts";
import { readOwnQuestions } from "./own-questions.ts";
import type { OwnQuestion } from "./own-questions.ts";

/** Questions over one digest, and how much each counts. */
export interface TrainingSet {
  readonly name: string;
  readonly digest: Digest;
  readonly questions: readonly TrainingQuestion[];
  readonly worth: Worth;
  /** Whether its gold answers are exact enough to learn the words of short answers from. */
  readonly hasExactAnswers: boolean;
}

/** A question with its gold. */
export interface TrainingQuestion {
  readonly question: string;
  readonly language: "zh" | "en";
  readonly isAnswerable: boolean;
  /** The gold answers in words; none for a set of the repository, which says only what an answer has to hold. */
  readonly answers: readonly string[];
  /** The id of the article of the gold in the digest; null where there is none, or several. */
  readonly articleId: string | null;
  readonly gold: Gold;
  /** What a question is put into a half by: all questions of an article share it. */
  readonly splitBy: string;
}

/** How much one question of a set counts, in each model. */
interface Worth {
  readonly candidates: number;
  readonly spans: number;
  readonly answerable: number;
  readonly unanswerable: number;
}

/** A public set, and which of its questions are taken: the first of every so many. */
interface PublicSet {
  readonly name: string;
  readonly every: number;
  readonly worth: Worth;
}

/**
 * DRCD has as many questions as the others together: every second is asked, and counts for two thirds. SQuAD's
 * unanswerable questions are written to look answerable by the text, which nobody does to a chat; they count little.
 */
const PUBLIC_SETS: readonly PublicSet[] = [
  { name: "cmrc2018-trial", every: 1, worth: { candidates: 1, spans: 1, answerable: 1, unanswerable: 1 } },
  { name: "drcd-dev", every: 2, worth: { candidates: 2 / 3, spans: 0.8, answerable: 2 / 3, unanswerable: 2 / 3 } },
  { name: "squad2-dev-part", every: 1, worth: { candidates: 1, spans: 1, answerable: 1, unanswerable: 0.2 } },
  { name: "tatqa-text-dev", every: 1, worth: { candidates: 1, spans: 1, answerable: 1, unanswerable: 1 } },
];

/** A set of the repository: few questions, but about what the product is for, so each counts for several. */
interface OwnSet {
  readonly name: string;
  readonly knowledge: string;
  readonly files: readonly string[];
  readonly worth: Worth;
}

const OWN_SETS: readonly OwnSet[] = [
  {
    name: "2025-07-ecommerce",
    knowledge: "knowledge",
    files: [
      "sample",
      "2025-07-ecommerce",
      "2025-07-ecommerce-b",
      "2025-07-ecommerce-c",
      "2025-07-ecommerce-d",
      "2025-07-ecommerce-e",
      "2025-07-ecommerce-f",
      "2025-07-ecommerce-g",
    ],
    worth: { candidates: 6, spans: 0, answerable: 1, unanswerable: 0.9 },
  },
  ...["news", "news2", "news3"].map((name) => newsSet(name, { answerable: 1, unanswerable: 0.9 })),
  // Worded as far from the text as can be, which few readers do.
  newsSet("news4", { answerable: 0.4, unanswerable: 0.4 }),
];

function newsSet(name: string, worth: Pick<Worth, "answerable" | "unanswerable">): OwnSet {
  return { name, knowledge: `test/questions/${name}`, files: [name], worth: { candidates: 6, spans: 0, ...worth } };
}

/**
 * Opens all sets that the weights are learned from.
 *
 * @throws UsageError when a public set isn't in the folder or can't be read.
 */
export async function openTrainingSets(folder: string): Promise<TrainingSet[]> {
  const sets: TrainingSet[] = [];
  for (const set of PUBLIC_SETS) sets.push(await openPublicSet(set, folder));
  for (const set of OWN_SETS) sets.push(await openOwnSet(set));
  return sets;
}

async function openPublicSet({ name, every, worth }: PublicSet, folder: string): Promise<TrainingSet> {
  const { articles, questions } = await readPublicSet(name, folder);
  const digest = await createDigest([toIssue(articles)]);
  const ordinals = new Map(articles.map(({ id }, i) => [id, i + 1]));
  const taken = questions.filter((_, i) => i % every === 0);
  const toQuestion = (question: QuestionSet["questions"][number]): TrainingQuestion => {
    const ordinal = ordinals.get(question.article ?? "") ?? null;
    return {
      question: question.question,
      language: question.lang?.startsWith("zh") === true ? "zh" : "en",
      isAnswerable: question.answerable,
      answers: question.answers,
      articleId: ordinal === null ? null : (digest.issues[0]?.articles[ordinal - 1]?.id ?? null),
      gold: goldOfAnswers(question, ordinal),
      splitBy: question.article ?? question.question,
    };
  };
  return { name, digest, questions: taken.map(toQuestion), worth, hasExactAnswers: true };
}

async function readPublicSet(name: string, folder: string): Promise<QuestionSet> {
  const file = join(folder, name);
  try {
    return await readQuestionSet(`${file}.articles.jsonl`, `${file}.questions.jsonl`);
  } catch (error) {
    const names = PUBLIC_SETS.map((set) => set.name).join(", ");
    throw new UsageError(
      `${messageOf(error)}\nThe weights are learned from the question sets ${names}: ` +
        `name the folder that holds NAME.articles.jsonl and NAME.questions.jsonl of each with --data DIR`,
    );
  }
}

async function openOwnSet({ name, knowledge, files, worth }: OwnSet): Promise<TrainingSet> {
  const { digest } = await openDigest(knowledge);
  const questions: TrainingQuestion[] = [];
  for (const file of files)
    for (const question of await readOwnQuestions(`test/questions/${file}.jsonl`)) questions.push(toQuestion(question));
  return { name, digest, questions, worth, hasExactAnswers: false };
}

function toQuestion(own: OwnQuestion): TrainingQuestion {
  const [issue, article] = own.either?.[0] ?? [own.issue ?? "", own.article];
  const [question = ""] = own.turns;
  return {
    question,
    language: own.lang,
    isAnswerable: own.answerable,
    answers: [],
    articleId: null,
    gold: goldOfWords(own),
    splitBy: article === null ? question : `${issue}#${article}`,
  };
}
