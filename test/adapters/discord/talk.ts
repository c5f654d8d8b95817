import type { APIEmbed } from "discord.js";
import { unescapeMarkdown } from "../../../adapters/discord/escape-markdown.ts";
import type { Call } from "./fake-discord.ts";
import type { Service } from "./serve.ts";

/** A message of the bot. */
export interface Shown {
  readonly embeds: readonly [APIEmbed];
  readonly components: readonly {
    readonly type: 1;
    readonly components: readonly { readonly label: string; readonly custom_id: string; readonly disabled?: boolean }[];
  }[];
}

/** The message that a call showed. */
export function shownBy(call: Call | undefined): Shown {
  return call?.body as unknown as Shown;
}

/** The labels of the buttons under a message. */
export function labelsOf({ components }: Shown): string[] {
  return components.flatMap((row) => row.components.map(({ label }) => label));
}

/** What the button with a label holds; nothing where there is none. */
export function buttonOf({ components }: Shown, label: string): string {
  return components.flatMap((row) => row.components).find((button) => button.label === label)?.custom_id ?? "";
}

/** A message's title and text, as a reader sees them. */
export function textOf({ embeds: [embed] }: Shown): string {
  return unescapeMarkdown(`${embed.title ?? ""}\n${embed.description ?? ""}`);
}

/** What people do in a talk with the bot, and what comes of it. */
export interface Talk {
  /** What interactions are answered with, once all are. */
  readonly answersTo: (...interactions: object[]) => Promise<Shown[]>;
  /** What messages are replied to with, once all are. */
  readonly repliesTo: (...messages: object[]) => Promise<Call[]>;
  /** What is offered to somebody who is typing. */
  readonly choicesFor: (interaction: object) => Promise<{ readonly name: string; readonly value: string }[]>;
  /** What a press was told at once. */
  readonly noticeTo: (interaction: object) => Promise<unknown>;
}

/** A talk with the bot that is being served. */
export function talkOver(service: () => Service): Talk {
  const callsAfter = async (kind: Call["kind"], event: string, happenings: readonly object[]): Promise<Call[]> => {
    const { discord } = service();
    const before = discord.calls.filter((call) => call.kind === kind).length;
    for (const happening of happenings) discord.gateway.dispatch(event, happening);
    return (await discord.called(kind, before + happenings.length)).slice(before);
  };
  return {
    answersTo: async (...interactions) => (await callsAfter("edit", "INTERACTION_CREATE", interactions)).map(shownBy),
    repliesTo: async (...messages) => callsAfter("reply", "MESSAGE_CREATE", messages),
    choicesFor: async (interaction) => {
      const [call] = (await callsAfter("acknowledge", "INTERACTION_CREATE", [interaction])) as [Call];
      return (call.body["data"] as { choices: { name: string; value: string }[] }).choices;
    },
    noticeTo: async (interaction) => {
      const [call] = await callsAfter("acknowledge", "INTERACTION_CREATE", [interaction]);
      return (call?.body["data"] as { content?: string } | undefined)?.content;
    },
  };
}
