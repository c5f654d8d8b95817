import type { APIEmbed } from "discord.js";
import { unescapeMarkdown } from "../../../adapters/discord/escape-markdown.ts";
import type { Pressed, Shown, Speaker, Surface } from "../chat-contract.ts";
import { describeChat } from "../chat-contract.ts";
import type { Call } from "./fake-discord.ts";
import type { Interaction } from "./payloads.ts";
import { ANN, BO, command, press } from "./payloads.ts";
import { serveBot } from "./serve.ts";

interface Message extends Shown {
  readonly body: Call["body"];
}

interface Button {
  readonly label: string;
  readonly custom_id: string;
  readonly disabled?: boolean;
}

const PEOPLE = { ann: ANN, bo: BO };

describeChat("Discord", async (digest): Promise<Surface<Message>> => {
  const service = await serveBot({}, {}, { digest: () => digest, problems: () => [] });
  let running = service;
  const count = (kind: Call["kind"]): number => service.discord.calls.filter((call) => call.kind === kind).length;

  async function shownAfter(interaction: Interaction): Promise<Message> {
    const before = count("edit");
    service.discord.gateway.dispatch("INTERACTION_CREATE", interaction);
    return toMessage((await service.discord.called("edit", before + 1))[before]?.body ?? {});
  }

  /** A press is answered by a notice at once, or by another message, and perhaps by a notice after it. */
  async function pressed(data: string, under: Message, by: Speaker): Promise<Pressed<Message>> {
    const [edits, whispers, acknowledged] = [count("edit"), count("whisper"), count("acknowledge")];
    service.discord.gateway.dispatch("INTERACTION_CREATE", press(data, under.body, PEOPLE[by]));
    const calls = await service.discord.called("acknowledge", acknowledged + 1);
    const { content } = (calls[acknowledged]?.body["data"] ?? {}) as { content?: string };
    if (content !== undefined) return { shown: null, notice: content };
    const edit = (await service.discord.called("edit", edits + 1))[edits];
    const whisper = (await service.discord.called("whisper", whispers + 1, 200))[whispers];
    return { shown: toMessage({ ...under.body, ...edit?.body }), notice: (whisper?.body["content"] as string) ?? null };
  }

  return {
    ask: async (question, by) => shownAfter(command("ask", { question }, PEOPLE[by])),
    command: async (name, argument, by) =>
      shownAfter(command(name, { [name === "search" ? "words" : "article"]: argument }, PEOPLE[by])),
    press: async (label, under, by) =>
      pressed(buttonsOf(under.body).find((button) => button.label === label)?.custom_id ?? "", under, by),
    pressStale: pressed,
    askTooMuch: async (by) => {
      for (let i = 0; i < 31; i++)
        service.discord.gateway.dispatch("INTERACTION_CREATE", command("about", {}, PEOPLE[by]));
      const calls = await service.discord.called("acknowledge", 31);
      await service.discord.called("edit", 30);
      const told = calls.map(({ body }) => (body["data"] as { content?: string }).content);
      return told.find((content) => content !== undefined) ?? "";
    },
    restart: async () => {
      await running.stop();
      running = await service.restart();
    },
    close: async () => {
      await running.stop();
      await service.close();
    },
  };
});

function toMessage(body: Call["body"]): Message {
  const [embed] = body["embeds"] as [APIEmbed];
  const buttons = buttonsOf(body);
  const shown = [embed.author?.name, embed.title, embed.description].filter((text) => text !== undefined).join("\n");
  return {
    text: unescapeMarkdown(shown).replaceAll("**", ""),
    answer: embed.author === undefined || embed.title === undefined ? null : unescapeMarkdown(embed.title),
    buttons: buttons.map(({ label }) => label),
    areButtonsOff: buttons.length > 0 && buttons.every(({ disabled }) => disabled === true),
    body,
  };
}

function buttonsOf(body: Call["body"]): Button[] {
  return ((body["components"] ?? []) as { components: Button[] }[]).flatMap(({ components }) => components);
}
