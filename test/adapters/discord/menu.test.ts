import { describe, expect, it } from "vitest";
import { COMMAND_BODIES } from "../../../adapters/discord/commands.ts";
import { changeFrom } from "../../../adapters/discord/menu.ts";
import { problemsOf } from "./valid-body.ts";

type Bodies = Parameters<typeof changeFrom>[0];

/** The commands as Discord gives them back: with ids, in another order of keys, and without what wasn't set. */
const registered = (): Record<string, unknown>[] =>
  COMMAND_BODIES.map((command, i) => ({
    nsfw: false,
    default_member_permissions: null,
    description: "",
    version: "1",
    id: String(i),
    ...(JSON.parse(JSON.stringify(command, (_key, value: unknown) => (value === false ? undefined : value))) as object),
    contexts: [2, 0, 1],
  }));
const none = { added: [], changed: [], removed: [] };

describe("the commands", () => {
  it("are what Discord takes", () => {
    expect(problemsOf("commands", JSON.parse(JSON.stringify(COMMAND_BODIES)))).toEqual([]);
  });

  it("are known again as they are registered", () => {
    expect(changeFrom(registered() as unknown as Bodies)).toEqual(none);
  });

  it.each([
    ["a purpose in one language", { description_localizations: { "zh-CN": "另一个" } }],
    ["where it is used", { contexts: [0] }],
    ["its options", { options: [] }],
    ["who may use it", { default_member_permissions: "8" }],
  ])("differ by %s", (_what, change) => {
    const [first = {}, ...rest] = registered();
    expect(changeFrom([{ ...first, ...change }, ...rest] as unknown as Bodies)).toEqual({ ...none, changed: ["ask"] });
  });

  it("differ by what is missing and what is there beside them", () => {
    const others = [...registered().slice(1), { type: 1, name: "old", description: "An old one" }];
    expect(changeFrom(others as unknown as Bodies)).toEqual({ ...none, added: ["ask"], removed: ["old"] });
  });
});

describe("what the server checks", () => {
  const message = { embeds: [{ description: "x" }], allowed_mentions: { parse: [] } };

  it.each<[string, Parameters<typeof problemsOf>[0], object]>([
    ["an unknown field", "edit", { ...message, colour: 1 }],
    ["an unknown field of an embed", "edit", { ...message, embeds: [{ description: "x", text: "y" }] }],
    ["mentions", "reply", { embeds: message.embeds }],
    ["a long description", "edit", { ...message, embeds: [{ description: "x".repeat(4097) }] }],
    [
      "a long message",
      "edit",
      { ...message, embeds: [{ description: "x".repeat(4096) }, { description: "x".repeat(2000) }] },
    ],
    ["a long notice", "whisper", { content: "x".repeat(2001), allowed_mentions: { parse: [] } }],
    ["a type", "acknowledge", { type: 3 }],
    [
      "too many choices",
      "acknowledge",
      { type: 8, data: { choices: Array.from({ length: 26 }, () => ({ name: "a", value: "a" })) } },
    ],
    ["a name", "commands", [{ name: "Ask", description: "x" }]],
    ["a name in a language", "commands", [{ name: "ask", description: "x", name_localizations: { "zh-CN": "提 问" } }]],
  ])("is %s", (_what, kind, body) => {
    expect(problemsOf(kind, body)).not.toEqual([]);
  });
});
