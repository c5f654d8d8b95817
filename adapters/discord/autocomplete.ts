import { setTimeout as sleep } from "node:timers/promises";
import type { APIApplicationCommandAutocompleteInteraction, APIApplicationCommandOptionChoice } from "discord.js";
import { ApplicationCommandOptionType, InteractionResponseType } from "discord.js";
import type { Article } from "../../src/index.ts";
import { findArticles, findIssues, isoDate, keyOfPassage, offerQuestions } from "../../src/index.ts";
import { askerOf } from "./asker.ts";
import type { Bot } from "./bot.ts";
import { oneLine } from "./render.ts";
import { safeError } from "./safe-error.ts";

type Choice = APIApplicationCommandOptionChoice<string>;

/** So many choices are shown at most, with so long names and values. */
const MOST_CHOICES = 25;
const LONGEST = 100;
/** So many of them may be issues below articles. */
const ISSUES_BELOW = 5;
/** What isn't found in so many ms is left out: nobody waits for choices, and Discord takes none after 3 s. */
const PATIENCE_MS = 800;
/** Where so many answers wait already, only what is found quickly is offered. */
const MANY_WAITING = 20;

/** Offers questions, articles or issues to somebody who is typing. */
export async function handleAutocomplete(
  interaction: APIApplicationCommandAutocompleteInteraction,
  bot: Bot,
): Promise<void> {
  const choices = bot.isAllowed(interaction.guild_id)
    ? await choicesFor(interaction, bot).catch((error: unknown) => {
        bot.log.error({ err: safeError(error) }, "no choices could be offered");
        return [];
      })
    : [];
  const body = { type: InteractionResponseType.ApplicationCommandAutocompleteResult, data: { choices } };
  await bot.turns.first(bot.calls.acknowledge(interaction, body));
}

async function choicesFor(interaction: APIApplicationCommandAutocompleteInteraction, bot: Bot): Promise<Choice[]> {
  const focused = (interaction.data.options ?? []).find((option) => "focused" in option && option.focused);
  if (focused?.type !== ApplicationCommandOptionType.String) return [];
  const { name, value: typed } = focused;
  if (name === "issue") return issueChoices(typed, bot);
  const offer = name === "question" ? questionChoices : name === "of" ? scopeChoices : articleChoices;
  const { language } = askerOf(interaction, bot);
  if (bot.turns.waiting() > MANY_WAITING) return offer(typed, language, true, bot);
  let isLate = false;
  const late = sleep(PATIENCE_MS).then(async () => {
    isLate = true;
    return offer(typed, language, true, bot);
  });
  return Promise.race([bot.turns.take(async () => (isLate ? late : offer(typed, language, false, bot))), late]);
}

async function questionChoices(typed: string, language: "zh" | "en", isQuick: boolean, bot: Bot): Promise<Choice[]> {
  const questions = await offerQuestions(typed, bot.digest, language, MOST_CHOICES, isQuick);
  return questions
    .filter((question) => question.length <= LONGEST)
    .map((question) => ({ name: question, value: question }));
}

async function articleChoices(typed: string, _language: "zh" | "en", isQuick: boolean, bot: Bot): Promise<Choice[]> {
  const articles = await findArticles(typed, bot.digest, MOST_CHOICES, isQuick);
  return articles.map((article) => ({
    name: oneLine(`${article.ordinal}. ${article.title}`, LONGEST),
    value: valueOf(article, bot),
  }));
}

/** Articles, and below them issues. */
async function scopeChoices(typed: string, language: "zh" | "en", isQuick: boolean, bot: Bot): Promise<Choice[]> {
  const issues = issueChoices(typed, bot).slice(0, ISSUES_BELOW);
  const articles = await articleChoices(typed, language, isQuick, bot);
  return [...articles.slice(0, MOST_CHOICES - issues.length), ...issues];
}

/** An article's id; its key where that is too long for a choice. */
function valueOf({ id }: Article, { digest }: Bot): string {
  return id.length <= LONGEST ? id : keyOfPassage({ articleId: id, span: { start: 0, end: 0 } }, digest);
}

function issueChoices(typed: string, { digest }: Bot): Choice[] {
  const issues = findIssues(typed, digest, MOST_CHOICES).filter(({ id }) => id.length <= LONGEST);
  const titles = issues.map(({ title }) => title);
  return issues.map(({ id, title, date }, i) => {
    const isAlone = titles.indexOf(title) === i && !titles.includes(title, i + 1);
    return { name: oneLine(isAlone ? title : `${isoDate(date)} ${title}`, LONGEST), value: id };
  });
}
