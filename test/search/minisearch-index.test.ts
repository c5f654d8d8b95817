import { createMinisearchIndex } from "../../src/search/minisearch-index.ts";
import { testFactIndex } from "./fact-index-contract.ts";

testFactIndex("minisearch", createMinisearchIndex);
