/** A stage of something at the beginning of a text: 第一阶段 "the first stage", 第二波 "the second wave". */
export const STAGE = /^第[一二三四五六七八九十\d]{1,3}(?:阶段|波|轮|批|季)/u;
