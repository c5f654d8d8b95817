import type { APIApplicationCommandBasicOption, RESTPutAPIApplicationCommandsJSONBody } from "discord.js";
import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
} from "discord.js";
import type { Localised } from "./words.ts";
import { CHECK, COMMANDS, OPTIONS } from "./words.ts";

/** A command as Discord registers it. */
export type CommandBody = RESTPutAPIApplicationCommandsJSONBody[number];

/** In servers and for users who installed the bot; in servers, in direct messages with it, and in others. */
const PLACES = {
  integration_types: [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall],
  contexts: [InteractionContextType.Guild, InteractionContextType.BotDM, InteractionContextType.PrivateChannel],
};

/** Longest question and longest words for the editor, in characters. */
const LONGEST_TEXT = 500;
/** Longest words that are searched for, in characters. */
const LONGEST_SEARCH = 100;

type OptionName = keyof typeof OPTIONS;

const privately = option("private", { type: ApplicationCommandOptionType.Boolean });

/** What each command takes beside {@link privately}. */
const TAKES: Readonly<Record<keyof typeof COMMANDS, readonly APIApplicationCommandBasicOption[]>> = {
  ask: [typed("question", { required: true, autocomplete: true, max_length: LONGEST_TEXT })],
  search: [
    typed("words", { required: true, max_length: LONGEST_SEARCH }),
    typed("period"),
    typed("inIssue", { autocomplete: true }),
  ],
  articles: [typed("issue", { autocomplete: true })],
  article: [typed("article", { required: true, autocomplete: true })],
  summary: [typed("article", { required: true, autocomplete: true })],
  related: [typed("article", { required: true, autocomplete: true })],
  issues: [
    typed("period"),
    option("page", { type: ApplicationCommandOptionType.Integer, min_value: 1, max_value: 9999 }),
  ],
  facts: [typed("of", { autocomplete: true })],
  about: [],
  help: [],
  language: [
    typed("language", {
      required: true,
      choices: [
        { name: "English", value: "en" },
        { name: "中文", value: "zh" },
      ],
    }),
  ],
  feedback: [typed("text", { max_length: LONGEST_TEXT })],
};

/** These answer only the one who wrote them. */
export const ALWAYS_PRIVATE: ReadonlySet<string> = new Set(["language", "feedback"]);

/** All commands of the bot. */
export const COMMAND_BODIES: readonly CommandBody[] = [
  ...(Object.keys(COMMANDS) as (keyof typeof COMMANDS)[]).map((name): CommandBody => ({
    type: ApplicationCommandType.ChatInput,
    ...named(COMMANDS[name]),
    options: [...TAKES[name], ...(ALWAYS_PRIVATE.has(name) ? [] : [privately])],
    ...PLACES,
  })),
  {
    type: ApplicationCommandType.Message,
    name: CHECK.en,
    name_localizations: localised(CHECK),
    ...PLACES,
  },
];

function typed(name: OptionName, more: object = {}): APIApplicationCommandBasicOption {
  return option(name, { type: ApplicationCommandOptionType.String, ...more });
}

function option(name: OptionName, more: object): APIApplicationCommandBasicOption {
  return { ...named(OPTIONS[name]), required: false, ...more } as APIApplicationCommandBasicOption;
}

function named({ name, purpose }: { readonly name: Localised; readonly purpose: Localised }) {
  return {
    name: name.en,
    name_localizations: localised(name),
    description: purpose.en,
    description_localizations: localised(purpose),
  };
}

function localised({ en, zhCn, zhTw }: Localised): Record<string, string> {
  return { "en-US": en, "en-GB": en, "zh-CN": zhCn, "zh-TW": zhTw };
}
