import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ME } from "./fake-bot-api.ts";
import type { Service } from "./serve.ts";
import { ANN, BO, inGroup, privately, serveBot } from "./serve.ts";
import { drawTalk } from "./transcript.ts";
import type { Line } from "./transcript.ts";

const CY = { ...ANN, id: 9, first_name: "Cy" } as unknown as typeof ANN;
let service: Service;

beforeAll(async () => {
  service = await serveBot();
});
afterAll(async () => service.close());

const line = (name: string, shown: string, update: Line["update"], isAnswered = true): Line => ({
  name,
  shown,
  update,
  isAnswered,
});
const alone = (text: string): Line => line("Bo", text, privately(text));
const together = (from: typeof ANN | typeof BO, text: string, isAnswered = true): Line =>
  line(from.first_name, text, inGroup(text, from), isAnswered);

const PRIVATE = [alone("上半年跨境电商出口多少？"), alone("湖南2024年跨境电商进出口额是多少？")];
const GROUP = [
  together(BO, "@digest_bot 上半年跨境电商出口多少？"),
  together(CY, "Oh, that is a lot.", false),
  line(
    "Bo",
    "(replying) 那进口呢？",
    inGroup("那进口呢？", BO, { reply_to_message: { message_id: 3, date: 1, from: ME } } as never),
  ),
  together(ANN, "/ask How large is the exhibition area of the fair?"),
];

describe.each([
  { file: "README.md", title: "## In Telegram" },
  { file: "README.zh-CN.md", title: "## 在 Telegram 里用" },
])("the talks in $file", ({ file, title }) => {
  it("are what the bot says, word for word", async () => {
    const [, after = ""] = readFileSync(file, "utf8").split(`${title}\n`);
    const section = after.split(/^## /mu)[0] ?? "";
    const shown = [...section.matchAll(/^```text\n(?<talk>[^]*?)\n```$/gmu)].map((match) => match.groups?.["talk"]);
    expect(shown).toEqual([await drawTalk(PRIVATE, service), await drawTalk(GROUP, service)]);
  });
});
