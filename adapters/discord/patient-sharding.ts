import { setTimeout as sleep } from "node:timers/promises";
import type { IShardingStrategy, WebSocketOptions } from "discord.js";
import { SimpleShardingStrategy, WebSocketShardStatus } from "discord.js";

/** How often it is looked whether the shards are there, in ms. */
const LOOK_MS = 100;

/**
 * Runs shards in this process as discord.js does, but lets a first connection that breaks be mended like any other.
 *
 * discord.js gives up logging in when a first connection breaks, and its shard goes on connecting all the same: another
 * login would then be a second connection beside it.
 */
export const patientSharding: NonNullable<WebSocketOptions["buildStrategy"]> = (manager): IShardingStrategy => {
  const shards = new SimpleShardingStrategy(manager);
  let isOver = false;
  const isSettled = async (): Promise<boolean> =>
    isOver || (await shards.fetchStatus()).every((status) => status === WebSocketShardStatus.Ready);
  return {
    spawn: async (ids) => shards.spawn(ids),
    connect: async () => {
      try {
        await shards.connect();
      } catch {
        while (!(await isSettled())) await sleep(LOOK_MS, undefined, { ref: false });
      }
    },
    destroy: async (options) => {
      isOver = true;
      await shards.destroy(options);
    },
    send: async (id, payload) => shards.send(id, payload),
    fetchStatus: async () => shards.fetchStatus(),
  };
};
