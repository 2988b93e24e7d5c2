import type { SearchStrings } from "./strings.ts";

export const strings: SearchStrings = {
  count: (hits, passages) => `${passages}곳에서 ${hits}건`,
  hits: (hits) => `${hits}건`,
  place: (kind, number) =>
    ({
      title: "제목",
      paragraph: `¶${number}`,
      block: "문단 사이",
      note: `주 ${number}`,
      "editor-note": `엮은이 주 ${number}`,
      figure: `그림 ${number}`,
      term: "용어",
      event: "연표",
    })[kind],
  none: (query) => `‘${query}’을(를) 찾지 못했다.`,
  elsewhere: (query, passages) => `이 범위에는 ‘${query}’이(가) 없다. ‘모두’에는 ${passages}곳에 있다.`,
  absent: (word) => `‘${word}’은(는) 어디에도 없다.`,
  notAll: "모든 낱말이 있는 곳은 없다.",
  partial: (passages) => `일부 낱말이 있는 곳: ${passages}곳 더`,
  also: (words) => `(함께 찾음: ${words})`,
  unread: (sections) => `(나머지 ${sections}개 절은 검색 쪽에서)`,
  withoutNumbers: "(주와 문단의 번호를 빼고 찾음)",
  hitsOnPage: "이 쪽의 검색 결과",
  previousHit: "앞 결과",
  nextHit: "다음 결과",
  clearHits: "표시 지우기",
  loading: "찾는 중",
  failed: "검색 색인을 불러오지 못했다. 연결을 확인하기 바란다.",
  missing: "검색 색인이 이 사이트에 더는 없다. 쪽을 다시 불러오기 바란다.",
  retry: "다시 시도",
};
