import { PassThrough } from "node:stream";
import { it } from "vitest";
import { startRepl } from "../../../adapters/repl/index.ts";
import { openSmallDigest } from "../../chat/small-digest.ts";
it("x", async () => {
  const digest = await openSmallDigest();
  const input = Object.assign(new PassThrough(), { isTTY: true });
  const output = Object.assign(new PassThrough(), { isTTY: true, columns: 80 });
  let shown = ""; output.setEncoding("utf8").on("data", (t: string) => (shown += t));
  const over = startRepl({ digest, problems: [], input, output, errors: new PassThrough(), environment: { NO_COLOR: "1" }, historyFile: null });
  const w = (t: string) => new Promise((r) => { input.write(t); setTimeout(r, 400); });
  await w("");
  await w("上半年跨境电商出口多少？\r"); await w("那进口呢？\r"); await w("How many containers did Ningbo handle?\r"); await w("/ab\t"); await w("\u0003");
  await over; console.log(JSON.stringify(shown).replaceAll("\\n", "\n"));
});
