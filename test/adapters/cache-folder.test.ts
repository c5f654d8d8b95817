import { expect, it } from "vitest";
import { cacheFolderOf } from "../../adapters/cache-folder.ts";

it.each([
  [{}, "/home/ada/.cache/digest-bot"],
  [{ CACHE_DIR: " " }, "/home/ada/.cache/digest-bot"],
  [{ CACHE_DIR: "kept" }, "kept"],
  [{ CACHE_DIR: "/var/cache/digests", XDG_CACHE_HOME: "/tmp/x" }, "/var/cache/digests"],
  [{ XDG_CACHE_HOME: "/var/cache" }, "/var/cache/digest-bot"],
  [{ XDG_CACHE_HOME: "relative" }, "/home/ada/.cache/digest-bot"],
  [{ CACHE_DIR: "off" }, null],
  [{ CACHE_DIR: "OFF" }, null],
])("keeps what was derived where %j says: %s", (environment, folder) => {
  expect(cacheFolderOf(environment, "/home/ada")).toBe(folder);
});
