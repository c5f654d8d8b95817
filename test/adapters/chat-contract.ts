import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Digest } from "../../src/index.ts";
import { sampleDigest } from "./sample-digest.ts";

/** Who takes part in the talk, in a group where others read along. */
export type Speaker = "ann" | "bo";

/** A message of the bot, as a reader sees it. */
export interface Shown {
  /** All of it as plain text. */
  readonly text: string;
  /** The short answer that stands out; null where there is none. */
  readonly answer: string | null;
  readonly buttons: readonly string[];
  /** Whether all of the buttons are out of use, where the platform can show that. */
  readonly areButtonsOff: boolean | null;
}

/** What a press of a button came to. */
export interface Pressed<M extends Shown> {
  /** The message as it is now; null where it stays as it was. */
  readonly shown: M | null;
  /** What only the one who pressed was told. */
  readonly notice: string | null;
}

/** Commands that take words and show an article or statements. */
export type ListedCommand = "article" | "search" | "summary" | "related";

/** A bot on one platform, driven by what people do there. Ann's app speaks English, Bo's Chinese. */
export interface Surface<M extends Shown> {
  /** Asks, as people ask in a group. */
  readonly ask: (question: string, by: Speaker) => Promise<M>;
  /** Writes a command, as people write it in a group. */
  readonly command: (name: ListedCommand, argument: string, by: Speaker) => Promise<M>;
  readonly press: (label: string, under: M, by: Speaker) => Promise<Pressed<M>>;
  /** Presses a button whose data is not today's. */
  readonly pressStale: (data: string, under: M, by: Speaker) => Promise<Pressed<M>>;
  /** Asks so often that nobody may any more; returns what is told in the end. */
  readonly askTooMuch: (by: Speaker) => Promise<string>;
  readonly restart: () => Promise<void>;
  /** Ends the bot; throws where a call wasn't valid or a secret was written. */
  readonly close: () => Promise<void>;
}

/** Opens a platform over a digest. */
export type OpenSurface<M extends Shown> = (digest: Digest) => Promise<Surface<M>>;

const EXPORTS = "上半年跨境电商出口多少？";

/** The same talk on every platform. */
export function describeChat<M extends Shown>(platform: string, open: OpenSurface<M>): void {
  describe(`a talk on ${platform}`, () => {
    let surface: Surface<M>;
    let digest: Digest;
    let isBroken = false;

    /** The texts of a message and of the pages after it. */
    async function pagesFrom(first: M): Promise<string[]> {
      const texts = [first.text];
      for (let page = first; ;) {
        const next = page.buttons.find((label) => label.endsWith("›"));
        if (next === undefined) return texts;
        const { shown } = await surface.press(next, page, "bo");
        page = shown as M;
        texts.push(page.text);
      }
    }

    beforeEach(async () => {
      digest = await sampleDigest();
      isBroken = false;
      surface = await open(breakable(digest, () => isBroken));
    });
    afterEach(async () => surface.close());

    it("answers a question with the short answer, the exact quote and its source", async () => {
      const { answer, text, buttons } = await surface.ask(EXPORTS, "bo");
      expect(answer).toBe("约1.03万亿元");
      expect(text).toContain("其中,出口约1.03万亿元,增长4.7%;进口约2911亿元,增长9.3%。");
      expect(text).toContain("《上半年我国跨境电商进出口约1.32万亿元》");
      expect(buttons).toEqual(["上下文", "全文", "相关内容", "👍", "👎"]);
    });

    it("goes on from the question before, but not from somebody else's", async () => {
      await surface.ask(EXPORTS, "bo");
      expect((await surface.ask("增长多少？", "ann")).answer).toBeNull();
      expect((await surface.ask("增长多少？", "bo")).answer).toBe("4.7%");
    });

    it("refuses what the digest doesn't say, with what it does say nearby and what can be asked", async () => {
      const { answer, text, buttons } = await surface.ask("湖南2024年跨境电商进出口额是多少？", "bo");
      expect(answer).toBeNull();
      expect(text).toContain("摘要里没有提到与此相关的“湖南”。");
      expect(text).toContain("679.7亿元");
      expect([text, ...buttons].join("\n")).toContain("2024年湖北跨境电商进出口额是多少？");
    });

    it("answers a question in its own language, whatever the asker's app speaks", async () => {
      const english = await surface.ask(
        "How much were cross-border e-commerce exports in the first half of 2025?",
        "bo",
      );
      expect(english.answer).toMatch(/^about .*1\.03 trillion.* \(约1\.03万亿元\)$/u);
      expect(english.buttons).toContain("Context");
      expect((await surface.ask(EXPORTS, "ann")).buttons).toContain("上下文");
    });

    it("shows the quote in its context and leads back", async () => {
      const asked = await surface.ask(EXPORTS, "bo");
      const { shown } = await surface.press("上下文", asked, "bo");
      expect(shown?.answer).toBe("约1.03万亿元");
      expect(shown?.text).toContain("国务院新闻办公室举行新闻发布会");
      const back = await surface.press("收起", shown as M, "bo");
      expect(back.shown?.text).toBe(asked.text);
    });

    it("shows an article in pages that hold all of it", async () => {
      const texts = await pagesFrom(await surface.command("article", "5", "bo"));
      const paragraphs = digest.issues[0]?.articles[4]?.text.split(/\n+/u).slice(1) ?? [];
      expect(paragraphs.length).toBeGreaterThan(5);
      for (const paragraph of paragraphs) expect(texts.join("\n")).toContain(paragraph.slice(-12));
    });

    it("shows what a search finds in pages that hold each statement once", async () => {
      const texts = await pagesFrom(await surface.command("search", "跨境电商", "bo"));
      expect(texts.length).toBeGreaterThan(2);
      for (const text of texts) expect(text).toContain("搜索：跨境电商");
      const quotes = texts.flatMap((text) => text.split("\n").filter((_line, i, all) => all[i + 1]?.startsWith("—— ")));
      expect(new Set(quotes).size).toBe(quotes.length);
      expect(quotes.length).toBeGreaterThan(10);
    });

    it("shows an article in its telling statements, and what others state on its subject", async () => {
      const summary = await surface.command("summary", "3", "bo");
      expect(summary.text).toContain("• 其中,出口约1.03万亿元,增长4.7%;进口约2911亿元,增长9.3%。");
      const related = await surface.command("related", "1.32万亿", "ann");
      expect(related.text).toContain("Related to: 上半年我国跨境电商进出口约1.32万亿元");
      expect(related.text).toContain("679.7亿元");
    });

    it("hears only who asked", async () => {
      const asked = await surface.ask(EXPORTS, "bo");
      expect(await surface.press("上下文", asked, "ann")).toEqual({
        shown: null,
        notice: "Somebody else asked this; please ask yourself.",
      });
    });

    it("has buttons that work after a restart", async () => {
      const asked = await surface.ask(EXPORTS, "bo");
      await surface.restart();
      expect((await surface.press("相关内容", asked, "bo")).shown?.text).toContain("1.32万亿元");
    });

    it.each(["c:z::AAAAAAAA.1.2:1", "another version's"])("says so where a button is out of date: %j", async (data) => {
      const asked = await surface.ask(EXPORTS, "bo");
      const { shown, notice } = await surface.pressStale(data, asked, "bo");
      expect(notice).toBe("这个按钮已失效：摘要更新过了，请再问一次。");
      expect(shown?.areButtonsOff ?? null).toBe(asked.areButtonsOff === null ? null : true);
    });

    it("thanks for an opinion", async () => {
      const asked = await surface.ask(EXPORTS, "bo");
      expect(await surface.press("👍", asked, "ann")).toEqual({ shown: null, notice: "Thank you!" });
    });

    it("asks who asks too much to wait, and nobody else", async () => {
      expect(await surface.askTooMuch("ann")).toBe("That was a lot at once; please wait a moment.");
      expect((await surface.ask(EXPORTS, "bo")).answer).toBe("约1.03万亿元");
    });

    it("apologises where answering fails, and answers the next question", async () => {
      isBroken = true;
      expect((await surface.ask(EXPORTS, "ann")).text).toContain(
        "Sorry, something went wrong. Please ask another way.",
      );
      isBroken = false;
      expect((await surface.ask(EXPORTS, "ann")).answer).toBe("约1.03万亿元");
    });
  });
}

/** A digest in which asking throws while it is broken. */
function breakable(digest: Digest, isBroken: () => boolean): Digest {
  return new Proxy(digest, {
    get: (of, key) => {
      if (key === "vocabulary" && isBroken()) throw new Error("a defect");
      return Reflect.get(of, key) as unknown;
    },
  });
}
