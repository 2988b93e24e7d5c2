import type { SearchStrings } from "./strings.ts";

export const strings: SearchStrings = {
  count: (hits, passages) => `${passages}处，共${hits}个结果`,
  hits: (hits) => `${hits}个结果`,
  place: (kind, number) =>
    ({
      title: "标题",
      paragraph: `¶${number}`,
      block: "段落之间",
      note: `注${number}`,
      "editor-note": `编者注${number}`,
      figure: `图${number}`,
      term: "术语",
      event: "年表",
    })[kind],
  none: (query) => `没有找到“${query}”。`,
  elsewhere: (query, passages) => `此范围内没有“${query}”。“全部”中有${passages}处。`,
  absent: (word) => `“${word}”不见于任何地方。`,
  notAll: "没有一处包含所有这些词。",
  partial: (passages) => `含部分词语：另有${passages}处`,
  also: (words) => `（同时搜索了：${words}）`,
  unread: (sections) => `（另有${sections}节，见搜索页）`,
  withoutNumbers: "（略去注释和段落的编号后搜索）",
  hitsOnPage: "本页的搜索结果",
  previousHit: "上一个结果",
  nextHit: "下一个结果",
  clearHits: "清除标记",
  loading: "正在搜索",
  failed: "无法载入搜索索引。请检查网络连接。",
  missing: "本站已没有这份搜索索引。请重新载入页面。",
  retry: "再试一次",
};
