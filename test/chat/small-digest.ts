import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openDigest } from "../../src/index.ts";
import type { Digest } from "../../src/index.ts";

const NEWEST = `---
title: 外贸周报
date: 2025-07-16
---

## 上半年跨境电商进出口增长

本报讯 刘晗旭 上半年,我国跨境电商进出口约1.32万亿元,同比增长5.7%。其中,出口约1.03万亿元,增长4.7%;进口约2911亿元,增长9.3%。

### 仓储

- 宁波的仓库由王芳管理。

## 六月物流指数上升

6月份中国电商物流指数为111.8点,比上月上升0.2点。
`;

const OLDER = `---
title: Trade Weekly
date: 2025-05-07
---

## Ports grow

By Jane Doe

The port of Ningbo handled 3,400 containers in April 2025.
`;

/** Makes a knowledge folder of two issues, the newest in Chinese, and says where it is. */
export function makeKnowledge(
  files: Readonly<Record<string, string>> = { "2025-07.md": NEWEST, "2025-05.md": OLDER },
  subfolders: readonly string[] = [],
): string {
  const folder = mkdtempSync(join(tmpdir(), "knowledge-"));
  for (const name of subfolders) mkdirSync(join(folder, name));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}

/** Opens the folder of {@link makeKnowledge}. */
export async function openSmallDigest(): Promise<Digest> {
  return (await openDigest(makeKnowledge())).digest;
}
