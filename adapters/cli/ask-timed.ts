import { ask } from "../../src/index.ts";
import type { Asked, Digest, Turn } from "../../src/index.ts";

/** Asks, and takes the time. */
export async function askTimed(
  digest: Digest,
  question: string,
  last: Turn | null,
): Promise<{ readonly asked: Asked; readonly ms: number }> {
  const begin = performance.now();
  const asked = await ask(digest, question, last);
  return { asked, ms: performance.now() - begin };
}
