import { describe, expect, it } from "vitest";
import { ask, createConversations } from "../../src/index.ts";
import type { Turn } from "../../src/index.ts";
import { openSmallDigest } from "./small-digest.ts";

const digest = await openSmallDigest();

async function turnOf(question: string): Promise<Turn> {
  const { turn } = await ask(digest, question);
  if (turn === null) throw new Error(`no turn: ${question}`);
  return turn;
}

const exportTurn = await turnOf("上半年出口多少？");
const importTurn = await turnOf("上半年进口多少？");

describe("conversations", () => {
  it("know nothing of a talk that hasn't begun", async () => {
    expect(await createConversations().last("a")).toBeNull();
  });

  it("keep the last turn of each talk apart", async () => {
    const conversations = createConversations();
    await conversations.remember("a", importTurn);
    await conversations.remember("b", importTurn);
    await conversations.remember("a", exportTurn);
    expect(await conversations.last("a")).toBe(exportTurn);
    expect(await conversations.last("b")).toBe(importTurn);
  });

  it("forget the talk that nobody has gone on with for the longest", async () => {
    const conversations = createConversations(2);
    await conversations.remember("a", exportTurn);
    await conversations.remember("b", exportTurn);
    await conversations.last("a");
    await conversations.remember("c", exportTurn);
    expect(await conversations.last("b")).toBeNull();
    expect(await conversations.last("a")).toBe(exportTurn);
    expect(await conversations.last("c")).toBe(exportTurn);
  });

  it("stay bounded whatever comes", async () => {
    const conversations = createConversations(3);
    for (let i = 0; i < 100; i++) await conversations.remember(`talk ${i}`, exportTurn);
    const kept = await Promise.all(Array.from({ length: 100 }, (_, i) => conversations.last(`talk ${i}`)));
    expect(kept.filter((turn) => turn !== null)).toHaveLength(3);
  });
});
