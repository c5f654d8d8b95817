import { describe, expect, it } from "vitest";
import { findByline, isNewsSource } from "../../src/fact/byline.ts";
import { slice } from "../../src/text/span.ts";

describe("findByline", () => {
  it.each([
    ["本报讯 李朝霞 刘柳 吴慎 范载岳 近日,由商务部主办", ["李朝霞", "刘柳", "吴慎", "范载岳"]],
    ["本报讯 拜喆喆 近日,2025全球跨境电商交易博览会", ["拜喆喆"]],
    ["本报讯 刘晗旭 7月14日,国务院新闻办公室", ["刘晗旭"]],
    ["本报记者 王小明 李华", ["王小明", "李华"]],
    ["(记者 张三)7月14日", ["张三"]],
    ["江州日报记者 王小明 5月8日起,渡船", ["王小明"]],
    ["江州商报 记者 王青 茶饮品牌“半山”", ["王青"]],
    ["江州财经榆林1月8日电(记者 张三四)记者从会上获悉", ["张三四"]],
    ["By Jane Doe\n\nLONDON", ["Jane Doe"]],
    ["By Jane Doe and John Smith\n\nLONDON", ["Jane Doe", "John Smith"]],
  ])("reads who wrote %j", (text, names) => {
    expect(findByline(text).map((span) => slice(text, span))).toEqual(names);
  });

  it.each([
    "本报讯 中国物流与采购联合会7月9日公布",
    "近日,由商务部主办",
    "在数字经济与实体经济深度融合的浪潮中",
    "",
    "By contrast, exports rose.",
  ])("finds nobody in %j", (text) => {
    expect(findByline(text)).toEqual([]);
  });
});

describe("isNewsSource", () => {
  it.each([
    ["江州日报记者 王小明 5月8日起,渡船", 4, true],
    ["江州财经榆林1月8日电(记者 张三)", 4, true],
    ["江州日报5月8日起改版", 4, false],
    ["王小明获江州日报记者奖", 3, false],
  ])("reads the beginning of %j", (text, end, expected) => {
    expect(isNewsSource(text, { start: 0, end })).toBe(expected);
  });
});
