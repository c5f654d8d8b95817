import type { Api } from "grammy";
import type { Language } from "../../src/index.ts";
import { MENU, WORDS } from "../chat-words.ts";

/** Tells Telegram the commands and what the bot is for, in both languages; English stands for all others. */
export async function publishMenu(api: Api): Promise<void> {
  const languages: readonly { language: Language; code: { language_code: "zh" } | object }[] = [
    { language: "en", code: {} },
    { language: "zh", code: { language_code: "zh" } },
  ];
  for (const { language, code } of languages) {
    const commandsOf = (inGroups: boolean) =>
      MENU.filter(({ isForGroups }) => isForGroups || !inGroups).map(({ command, purpose }) => ({
        command,
        description: purpose[language],
      }));
    await api.setMyCommands(commandsOf(false), { scope: { type: "all_private_chats" }, ...code });
    await api.setMyCommands(commandsOf(true), { scope: { type: "all_group_chats" }, ...code });
    await api.setMyDescription(WORDS.description[language], code);
    await api.setMyShortDescription(WORDS.shortDescription[language], code);
  }
}
