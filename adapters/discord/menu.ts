import type { REST } from "discord.js";
import { Routes } from "discord.js";
import type { CommandBody } from "./commands.ts";
import { COMMAND_BODIES } from "./commands.ts";

/** Where commands are registered: everywhere, or in one server to try them out. */
export interface MenuPlace {
  readonly applicationId: string;
  readonly guildId: string | null;
}

/** What registering did, or would do. */
export interface MenuChange {
  /** The names of the commands that differ from what is registered. */
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly removed: readonly string[];
}

/** Tells Discord the commands where they aren't registered as they are; writes nothing otherwise. */
export async function publishMenu(rest: REST, place: MenuPlace, isDryRun = false): Promise<MenuChange> {
  const route =
    place.guildId === null
      ? Routes.applicationCommands(place.applicationId)
      : Routes.applicationGuildCommands(place.applicationId, place.guildId);
  const registered = await rest.get(route, { query: new URLSearchParams({ with_localizations: "true" }) });
  const change = changeFrom(Array.isArray(registered) ? (registered as CommandBody[]) : []);
  if (!isDryRun && Object.values(change).some((names) => names.length > 0))
    await rest.put(route, { body: COMMAND_BODIES });
  return change;
}

/** Compares what is registered with what is to be. */
export function changeFrom(registered: readonly CommandBody[]): MenuChange {
  const before = new Map(registered.map((command) => [keyOf(command), comparable(command)]));
  const after = new Map(COMMAND_BODIES.map((command) => [keyOf(command), comparable(command)]));
  const nameOf = (key: string): string => key.slice(key.indexOf(" ") + 1);
  return {
    added: [...after.keys()].filter((key) => !before.has(key)).map(nameOf),
    changed: [...after]
      .filter(([key, text]) => before.has(key) && before.get(key) !== text)
      .map(([key]) => nameOf(key)),
    removed: [...before.keys()].filter((key) => !after.has(key)).map(nameOf),
  };
}

/** Names are unique for each type. */
function keyOf({ type, name }: CommandBody): string {
  return `${type ?? 1} ${name}`;
}

/** What of a command is ours: Discord adds ids, versions and what isn't set. */
const OURS = new Set(
  `type name name_localizations description description_localizations options integration_types contexts required
  autocomplete choices value min_value max_value min_length max_length default_member_permissions nsfw`.split(/\s+/u),
);

/** A command in a form in which equal ones are the same text, whatever the order of keys and what is left out. */
function comparable(command: CommandBody): string {
  return JSON.stringify(plain({ ...command, type: command.type ?? 1 }));
}

function plain(value: unknown, isNames = false): unknown {
  if (Array.isArray(value)) {
    const items = value.map((item) => plain(item));
    return items.every((item) => typeof item === "number") ? items.toSorted((a, b) => a - b) : items;
  }
  if (typeof value !== "object" || value === null) return value;
  const kept = Object.entries(value)
    .filter(([key, held]) => (isNames || OURS.has(key)) && !isNothing(held))
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, held]) => [key, plain(held, key.endsWith("_localizations"))]);
  return Object.fromEntries(kept);
}

function isNothing(value: unknown): boolean {
  return (
    value === null ||
    value === undefined ||
    value === false ||
    value === "" ||
    (Array.isArray(value) && value.length === 0)
  );
}
