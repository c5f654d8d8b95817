import { beforeAll, describe, expect, it } from "vitest";
import type { Digest } from "../../src/index.ts";
import { openDigest } from "../../src/index.ts";
import type { Judgement, SetQuestion } from "./judge.ts";
import { askTurns, judge, readQuestionSet } from "./judge.ts";

/** The least that each set must reach; a change that falls below has made the bot worse. */
const FLOORS = {
  sample: { right: 32, refused: 5 },
  "2025-07-ecommerce": { right: 98, refused: 35 },
  "2025-07-ecommerce-b": { right: 107, refused: 41 },
  "2025-07-ecommerce-c": { right: 109, refused: 37 },
  "2025-07-ecommerce-d": { right: 61, refused: 15 },
} as const;

/** How many questions a set has: a set that was read half isn't passed. */
const SIZES = { sample: { answerable: 32, unanswerable: 5 }, "2025-07-ecommerce": { answerable: 104, unanswerable: 36 },
  "2025-07-ecommerce-b": { answerable: 118, unanswerable: 42 },
  "2025-07-ecommerce-c": { answerable: 112, unanswerable: 38 },
  "2025-07-ecommerce-d": { answerable: 64, unanswerable: 16 },
} as const;

interface Judged {
  readonly question: SetQuestion;
  readonly judgement: Judgement;
  /** A line for a reader: what was asked, wanted and got. */
  readonly line: string;
}

let digest: Digest;
beforeAll(async () => {
  digest = (await openDigest("knowledge")).digest;
});

async function judgeSet(name: string): Promise<Judged[]> {
  const judged: Judged[] = [];
  for (const question of readQuestionSet(`test/questions/${name}.jsonl`)) {
    const { reply } = await askTurns(digest, question.turns);
    const judgement = judge(question, reply);
    const wanted = question.answerable ? question.expect.map((group) => group.join(" | ")).join(" & ") : "a refusal";
    const got = reply.status === "answered" ? `${reply.answer} (article ${reply.citations[0]?.ordinal ?? "–"})` : reply.reason;
    judged.push({ question, judgement, line: `${judgement} ${question.id} ${question.kind}: ${question.turns.join(" / ")} — wanted ${wanted}; got ${got}` });
  }
  return judged;
}

describe.each(["sample", "2025-07-ecommerce", "2025-07-ecommerce-b", "2025-07-ecommerce-c", "2025-07-ecommerce-d"] as const)("the question set %s", (name) => {
  let judged: Judged[];
  let failures: string;
  beforeAll(async () => {
    judged = await judgeSet(name);
    failures = judged.filter(({ judgement }) => judgement !== "right").map(({ line }) => line).join("\n");
    if (failures !== "") process.stdout.write(`${failures}\n`);
  });

  const right = (isAnswerable: boolean): number => judged.filter(({ question, judgement }) => question.answerable === isAnswerable && judgement === "right").length;

  it("is asked whole", () => {
    const answerable = judged.filter(({ question }) => question.answerable).length;
    expect({ answerable, unanswerable: judged.length - answerable }).toEqual(SIZES[name]);
  });

  it("gets the right answer as often as before", () => {
    expect(right(true) < FLOORS[name].right ? failures : "").toBe("");
  });

  it("gets no answer where the digest has none, as often as before", () => {
    expect(right(false) < FLOORS[name].refused ? failures : "").toBe("");
  });
});
