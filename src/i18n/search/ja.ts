import type { SearchStrings } from "./strings.ts";

export const strings: SearchStrings = {
  count: (hits, passages) => `${passages}か所に${hits}件`,
  hits: (hits) => `${hits}件`,
  place: (kind, number) =>
    ({
      title: "見出し",
      paragraph: `¶${number}`,
      block: "段落の間",
      note: `注${number}`,
      "editor-note": `編者注${number}`,
      figure: `図${number}`,
      term: "用語",
      event: "年表",
    })[kind],
  none: (query) => `「${query}」は本文にも注にもない。`,
  elsewhere: (query, passages) => `「${query}」はこの範囲にはない。「すべて」では${passages}か所にある。`,
  absent: (word) => `「${word}」はどこにもない。`,
  notAll: "すべての語を含む箇所はない。",
  partial: (passages) => `一部の語を含む箇所：ほか${passages}か所`,
  also: (words) => `（${words}も検索）`,
  unread: (sections) => `（ほか${sections}節は検索の頁で）`,
  withoutNumbers: "（注や段落の番号を除いて検索）",
  hitsOnPage: "この頁の検索結果",
  previousHit: "前の一致へ",
  nextHit: "次の一致へ",
  clearHits: "印を消す",
  loading: "検索中",
  failed: "検索の索引を読み込めなかった。接続を確かめてほしい。",
  missing: "検索の索引がこのサイトに見当たらない。頁を読み込み直してほしい。",
  retry: "もう一度試す",
};
