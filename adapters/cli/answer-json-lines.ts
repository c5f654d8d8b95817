import { createConversations } from "../../src/index.ts";
import type { Asked, Conversations, Digest } from "../../src/index.ts";
import { messageOf, write } from "../command-line.ts";
import type { Console } from "../command-line.ts";
import { readLines } from "../read-lines.ts";
import type { Line } from "../read-lines.ts";
import { askTimed } from "./ask-timed.ts";
import { explain } from "./explain.ts";
import { readAskedLine, replyLine } from "./json-line.ts";

/** Answers JSON Lines: one object a line, in order, each written before the next is asked. Blank lines are skipped. */
export async function answerJsonLines(digest: Digest, console: Console, isExplained: boolean): Promise<void> {
  const conversations = createConversations();
  for await (const line of readLines(console.input)) {
    if (line.text.trim() === "") continue;
    const answered = await answerLine(line, digest, conversations);
    await write(console.output, `${answered.json}\n`);
    if (isExplained && answered.asked !== null) await write(console.errors, `${explain(answered.asked)}\n`);
  }
}

async function answerLine(
  line: Line,
  digest: Digest,
  conversations: Conversations,
): Promise<{ readonly json: string; readonly asked: Asked | null }> {
  const read = readAskedLine(line);
  if ("error" in read) return { json: JSON.stringify(read), asked: null };
  const { id, question, conversation } = read;
  try {
    const { asked, ms } = await askTimed(
      digest,
      question,
      conversation === null ? null : await conversations.last(conversation),
    );
    if (conversation !== null && asked.turn !== null) await conversations.remember(conversation, asked.turn);
    return { json: replyLine(asked.reply, id, ms), asked };
  } catch (error) {
    return { json: JSON.stringify({ id, error: messageOf(error) }), asked: null };
  }
}
