import { afterEach, beforeEach, describe, expect, it } from "vitest";
import {
  ANN,
  BO,
  BOT,
  CHANNEL,
  check,
  command,
  GUILD,
  IN_GUILD,
  IN_PRIVATE,
  mention,
  press,
  typing,
  written,
} from "./payloads.ts";
import type { Service } from "./serve.ts";
import { sampleDigest } from "../sample-digest.ts";
import { serveBot } from "./serve.ts";
import type { Shown } from "./talk.ts";
import { buttonOf, shownBy, talkOver, textOf } from "./talk.ts";

const EXPORTS = "上半年跨境电商出口多少？";
let service: Service;

beforeEach(async () => {
  service = await serveBot();
});
afterEach(async () => service.close());

const { answersTo, repliesTo, choicesFor, noticeTo } = talkOver(() => service);

describe("/ask", () => {
  it("is promised an answer, and answered with the short answer, the exact quote and its source", async () => {
    const [shown] = await answersTo(command("ask", { question: EXPORTS }));
    expect(service.discord.calls.map(({ kind }) => kind)).toContain("acknowledge");
    expect(shown?.embeds[0].author?.name).toBe(EXPORTS);
    expect(shown?.embeds[0].title).toBe("约1.03万亿元");
    const quote = /^> (.+)$/mu.exec(textOf(shown as Shown))?.[1] ?? "";
    expect((await sampleDigest()).issues[0]?.articles[2]?.text).toContain(quote);
    expect(quote).toContain("出口约1.03万亿元");
    expect(textOf(shown as Shown)).toContain("《上半年我国跨境电商进出口约1.32万亿元》");
  });

  it("goes on from the question before, each user's talk apart from another's", async () => {
    const shown = await answersTo(
      command("ask", { question: EXPORTS }, BO),
      command("ask", { question: "增长多少？" }, ANN),
      command("ask", { question: "增长多少？" }, BO),
    );
    const titles = shown.map(({ embeds }) => embeds[0].title);
    expect(new Set(titles)).toEqual(new Set(["4.7%", "约1.03万亿元", undefined]));
  });

  it("keeps a thread's talk apart from its channel's", async () => {
    await answersTo(command("ask", { question: EXPORTS }));
    const inThread = { guildId: GUILD, channelId: "1200000000000000099" };
    const [other] = await answersTo(command("ask", { question: "增长多少？" }, BO, inThread));
    expect(other?.embeds[0].title).toBeUndefined();
    const [same] = await answersTo(command("ask", { question: "增长多少？" }));
    expect(same?.embeds[0].title).toBe("4.7%");
  });

  it("shows the answer only to the asker where that is wanted", async () => {
    await answersTo(command("ask", { question: EXPORTS, private: true }), command("ask", { question: EXPORTS }));
    const flags = service.discord.calls
      .filter(({ kind }) => kind === "acknowledge")
      .map(({ body }) => (body["data"] as { flags?: number }).flags ?? 0);
    expect(new Set(flags)).toEqual(new Set([0, 64]));
  });

  it("refuses what the digest doesn't say, and writes the question down for the editor", async () => {
    const [shown] = await answersTo(command("ask", { question: "湖南2024年跨境电商进出口额是多少？" }));
    expect(textOf(shown as Shown)).toContain("摘要里没有提到与此相关的“湖南”。");
    const [told] = await answersTo(command("feedback", {}, ANN));
    expect(textOf(told as Shown)).toContain("Please write what you think after /feedback.");
    await service.stop();
    const admin = await service.restart({ admins: new Set([ANN.id]) });
    const [list] = await answersTo(command("feedback", {}, ANN));
    await admin.stop();
    expect(textOf(list as Shown)).toContain("湖南2024年");
  });

  it("offers questions that the digest answers while somebody types", async () => {
    const choices = await choicesFor(typing("ask", "question", "跨境电商"));
    expect(choices.length).toBeGreaterThan(2);
    const [shown] = await answersTo(command("ask", { question: choices[0]?.value }));
    expect(shown?.embeds[0].title ?? shown?.embeds[0].description).not.toMatch(/没有/u);
  });
});

describe("commands", () => {
  it.each(["articles", "issues", "facts", "about", "help"])(
    "/%s is answered in the language of the app",
    async (name) => {
      const [english] = await answersTo(command(name, {}, ANN));
      const [chinese] = await answersTo(command(name, {}, BO));
      expect(textOf(english as Shown)).not.toBe("");
      expect(textOf(chinese as Shown)).not.toBe(textOf(english as Shown));
    },
  );

  it("show what others thought to an administrator alone, not to a server that reads along", async () => {
    await answersTo(command("feedback", { text: "the second figure looks wrong" }, BO));
    await service.stop();
    const admin = await service.restart({ admins: new Set([ANN.id]) });
    const [reply] = await repliesTo(mention("/feedback", ANN));
    const [list] = await answersTo(command("feedback", {}, ANN));
    await admin.stop();
    expect(JSON.stringify(reply)).not.toContain("the second figure");
    expect(textOf(list as Shown)).toContain("the second figure");
  });

  it("are answered in the language that somebody chose", async () => {
    const [before, , after] = await answersTo(
      command("help", {}, ANN),
      command("language", { language: "zh" }, ANN),
      command("help", {}, ANN),
    );
    expect([before, after].map((shown) => textOf(shown as Shown).includes("列出一期的文章"))).toEqual([false, true]);
  });

  it("show an article by its number, by what was offered, or by words of it, in pages", async () => {
    const [shown] = await answersTo(command("article", { article: "5" }));
    expect(shown?.embeds[0].title).toContain("店播");
    expect(shown?.embeds[0].footer?.text).toMatch(/^1\/\d$/u);
    const label = shown?.components[0]?.components[0]?.label ?? "";
    const [next] = await answersTo(press(buttonOf(shown as Shown, label), shown as Shown));
    expect(next?.embeds[0].title).toBe(shown?.embeds[0].title);
    expect(next?.embeds[0].footer?.text).toMatch(/^2\/\d$/u);
    expect(next?.embeds[0].description).not.toBe(shown?.embeds[0].description);
    const [found] = await answersTo(command("article", { article: "店播" }));
    expect(found?.embeds[0].title).toBe(shown?.embeds[0].title);
  });

  it("offer articles by number, title and content while somebody types", async () => {
    const choices = await choicesFor(typing("article", "article", "1.32万亿"));
    expect(choices[0]).toEqual({ name: "3. 上半年我国跨境电商进出口约1.32万亿元", value: "2025-07-ecommerce#3" });
  });

  it("offer issues while somebody types", async () => {
    expect(await choicesFor(typing("articles", "issue", "2025"))).toEqual([
      { name: "电子商务摘要 2025年7月", value: "2025-07-ecommerce" },
    ]);
  });

  it("greet with questions that can be pressed", async () => {
    const [help] = await answersTo(command("help", {}, ANN));
    const examples = help?.components.flatMap(({ components }) => components) ?? [];
    expect(examples).toHaveLength(3);
    const [answer] = await answersTo(press(examples[0]?.custom_id ?? "", help as Shown, ANN));
    expect(answer?.embeds[0].author?.name).toBe(examples[0]?.label);
  });
});

describe("checking a message", () => {
  it("refutes what the digest says otherwise, and confirms what it says", async () => {
    const shown = await answersTo(check("听说上半年跨境电商出口约2万亿元。"), check("上半年跨境电商出口约1.03万亿元"));
    expect(new Set(shown.map(({ embeds }) => embeds[0].title))).toEqual(
      new Set(["不是，摘要里是：约1.03万亿元", "是的"]),
    );
  });

  it("says so where a message has no text", async () => {
    const [shown] = await answersTo(check("", ANN));
    expect(textOf(shown as Shown)).toContain("There is no text to check in this message.");
  });
});

describe("messages", () => {
  it.each([
    ["a mention", mention(EXPORTS)],
    ["a mention at the end", mention("", BO), `${EXPORTS} <@!${BOT}>`],
    ["a direct message", written(EXPORTS)],
    [
      "a reply to the bot",
      written(EXPORTS, BO, IN_GUILD, { type: 19, mentions: [{ id: BOT, username: "digest", discriminator: "0" }] }),
    ],
  ])("answers %s", async (_how, message, content = message["content"]) => {
    const [call] = await repliesTo({ ...message, content });
    expect(shownBy(call).embeds[0].title).toBe("约1.03万亿元");
    expect(call?.body["message_reference"]).toMatchObject({ message_id: message["id"] });
    expect(call?.route).toBe(`/channels/${String(message["channel_id"])}/messages`);
  });

  it("goes on in the same channel, and says how to ask where nothing is asked", async () => {
    const calls = await repliesTo(mention(EXPORTS), mention("那进口呢？"), mention(""));
    expect(shownBy(calls[1]).embeds[0].title).toBe("约2911亿元");
    expect(textOf(shownBy(calls[2]))).toContain("/articles");
  });

  it("says nothing to what isn't meant for it", async () => {
    const ignored = [
      written("", BO, IN_GUILD),
      { ...mention(EXPORTS), author: { id: "5", username: "other", bot: true } },
      { ...mention(EXPORTS), webhook_id: "6" },
      written("", BO, IN_GUILD, { type: 7 }),
      written("<@1200000000000000055> 谁？", BO, IN_GUILD, { mentions: [{ id: "1200000000000000055" }] }),
    ];
    for (const message of ignored) service.discord.gateway.dispatch("MESSAGE_CREATE", message);
    const [call] = await repliesTo(mention("/about"));
    await service.stop();
    expect(textOf(shownBy(call))).toContain("最新一期");
    expect(service.discord.calls.filter(({ kind }) => kind === "reply")).toHaveLength(1);
  });

  it("asks for no privileged intent", () => {
    expect(service.discord.gateway.identified[0]?.intents).toBe((1 << 9) | (1 << 12));
  });
});

describe("the buttons under an answer", () => {
  it("show the paragraph with the quote marked, and lead back", async () => {
    const [answer] = await answersTo(command("ask", { question: EXPORTS }));
    const [context] = await answersTo(press(buttonOf(answer as Shown, "上下文"), answer as Shown));
    expect(context?.embeds[0].title).toBe("约1.03万亿元");
    expect(context?.embeds[0].description).toMatch(/\*\*其中,出口约1\.03万亿元/u);
    const [back] = await answersTo(press(buttonOf(context as Shown, "收起"), context as Shown));
    expect(back).toEqual(answer);
  });

  it("show the article in pages under the answer, and related facts", async () => {
    const [answer] = await answersTo(command("ask", { question: EXPORTS }));
    const [article] = await answersTo(press(buttonOf(answer as Shown, "全文"), answer as Shown));
    expect(article?.embeds[0].title).toBe("约1.03万亿元");
    expect(textOf(article as Shown)).toContain("上半年我国跨境电商进出口约1.32万亿元");
    expect(buttonOf(article as Shown, "收起")).not.toBe("");
    const [related] = await answersTo(press(buttonOf(answer as Shown, "相关内容"), answer as Shown));
    expect(textOf(related as Shown)).toContain("1.32万亿元");
  });

  it("work after a restart", async () => {
    const [answer] = await answersTo(command("ask", { question: EXPORTS }));
    await service.stop();
    const again = await service.restart();
    const [context] = await answersTo(press(buttonOf(answer as Shown, "上下文"), answer as Shown));
    await again.stop();
    expect(context?.embeds[0].title).toBe("约1.03万亿元");
  });

  it("hear only who asked, in servers", async () => {
    const [answer] = await answersTo(command("ask", { question: EXPORTS }));
    const told = await noticeTo(press(buttonOf(answer as Shown, "上下文"), answer as Shown, ANN));
    expect(told).toBe("Somebody else asked this; please ask yourself.");
    expect(service.discord.calls.filter(({ kind }) => kind === "edit")).toHaveLength(1);
  });

  it.each(["c:z::AAAAAAAA.1.2:1", "c:z::..:1", "something else", "e:z::00000000:1"])(
    "are taken out of use when %j is out of date, and say so",
    async (customId) => {
      const [answer] = await answersTo(command("ask", { question: EXPORTS }));
      const [stale] = await answersTo(press(customId, answer as Shown));
      const buttons = stale?.components.flatMap(({ components }) => components) ?? [];
      expect(buttons).toHaveLength(5);
      expect(buttons.every(({ disabled }) => disabled === true)).toBe(true);
      const [told] = await service.discord.called("whisper", 1);
      expect(told?.body).toMatchObject({ content: "这个按钮已失效：摘要更新过了，请再问一次。", flags: 64 });
    },
  );

  it("ask who presses without end to wait", async () => {
    const [answer] = await answersTo(command("ask", { question: EXPORTS }));
    const data = buttonOf(answer as Shown, "上下文");
    const presses = Array.from({ length: 40 }, () => press(data, answer as Shown));
    const before = service.discord.calls.filter(({ kind }) => kind === "acknowledge").length;
    for (const one of presses) service.discord.gateway.dispatch("INTERACTION_CREATE", one);
    const calls = (await service.discord.called("acknowledge", before + 40)).slice(before);
    const told = calls.flatMap(({ body }) => (body["data"] as { content?: string } | undefined)?.content ?? []);
    expect(new Set(told)).toEqual(new Set(["问得太快了，请稍等一会儿。"]));
    expect(told.length).toBeLessThan(15);
  });

  it("take down what a reader thinks, without saying who", async () => {
    const [answer] = await answersTo(command("ask", { question: EXPORTS }));
    expect(await noticeTo(press(buttonOf(answer as Shown, "👍"), answer as Shown, ANN))).toBe("Thank you!");
    await service.stop();
    const admin = await service.restart({ admins: new Set([ANN.id]) });
    const [list] = await answersTo(command("feedback", {}, ANN));
    await admin.stop();
    expect(textOf(list as Shown)).toContain(`👍 ${EXPORTS} → 约1.03万亿元`);
    expect(textOf(list as Shown)).not.toContain(ANN.id);
  });
});

describe("who may ask", () => {
  it("is told so, and by nothing else, after too many questions", async () => {
    await answersTo(...Array.from({ length: 30 }, () => command("about", {}, ANN)));
    expect(await noticeTo(command("about", {}, ANN))).toBe("That was a lot at once; please wait a moment.");
    const [other] = await answersTo(command("about", {}, BO, { guildId: GUILD, channelId: CHANNEL }));
    expect(other).toBeDefined();
  });

  it("is whoever is in a server on the list of allowed ones", async () => {
    await service.stop();
    const listed = await service.restart({ allowedGuilds: new Set([GUILD]) });
    expect(await noticeTo(command("about", {}, ANN, IN_PRIVATE))).toBe("This bot isn't open to this place.");
    service.discord.gateway.dispatch("MESSAGE_CREATE", written(EXPORTS));
    const [allowed] = await answersTo(command("about", {}, ANN));
    await listed.stop();
    expect(allowed).toBeDefined();
    expect(service.discord.calls.filter(({ kind }) => kind === "reply")).toEqual([]);
  });
});

describe("the menu", () => {
  it("is registered once, in four languages, for servers and users, and written again only when it differs", async () => {
    const [call] = await service.discord.called("commands", 1);
    const commands = call?.body as unknown as {
      name: string;
      name_localizations: Record<string, string>;
      contexts: number[];
      integration_types: number[];
    }[];
    expect(commands.map(({ name }) => name)).toEqual([
      "ask",
      "search",
      "articles",
      "article",
      "summary",
      "related",
      "issues",
      "facts",
      "about",
      "help",
      "language",
      "feedback",
      "Check against the digest",
    ]);
    for (const { name_localizations: names, contexts, integration_types: types } of commands) {
      expect(Object.keys(names)).toEqual(["en-US", "en-GB", "zh-CN", "zh-TW"]);
      expect([contexts, types]).toEqual([
        [0, 1, 2],
        [0, 1],
      ]);
    }
    await service.stop();
    const again = await service.restart();
    await service.discord.gateway.until(
      () => service.discord.requests.filter((request) => /^GET .*commands$/u.test(request)).length === 2,
    );
    await new Promise((resolve) => setTimeout(resolve, 200));
    await again.stop();
    expect(service.discord.calls.filter(({ kind }) => kind === "commands")).toHaveLength(1);
  });

  it("comes with a link to invite the bot", async () => {
    await service.discord.called("commands", 1);
    expect(service.logged()).toContain("https://discord.com/oauth2/authorize?client_id=1200000000000000002&scope=bot");
  });
});
