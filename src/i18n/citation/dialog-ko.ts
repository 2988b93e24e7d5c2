import { quoting } from "../quoting.ts";
import type { CiteDialogStrings } from "./strings.ts";

const quoted = quoting(["“", "”", "‘", "’"]);

export const strings: CiteDialogStrings = {
  title: (target) => `${target} 인용`,
  locator: {
    paragraph: (number) => `¶${number}`,
    note: (number) => `주 ${number}`,
    "editor-note": (number) => `엮은이 주 ${number}`,
    figure: (number) => `그림 ${number}`,
  },
  copyLink: "링크 복사",
  copyWords: "인용문, 출처, 링크 복사",
  copyCitation: "출처 복사",
  copyReference: "문헌 복사",
  copied: "복사했다.",
  notCopied: "복사하지 못했다. 직접 골라 복사하기 바란다.",
  style: "양식",
  language: "서지의 언어",
  reference: "문헌",
  inNote: "주",
  inText: "본문 속",
  download: "파일",
  works: "이 주에서 인용한 문헌",
  inSources: "참고 문헌에서 보기",
  close: "닫기",
  quotation: quoted,
  quoteUnchanged: (edition) => `이곳의 글은 인용된 ${edition}판에서 바뀌지 않았다.`,
  citedChanged: (locator, edition) => `${locator}: 인용된 ${edition}판 이후에 고쳐 썼다.`,
  readInEdition: (edition) => `${edition}판으로 읽기`,
  noEdition: (edition, editions) => `링크가 가리키는 ${edition}판은 없다. 지금까지 나온 판: ${editions}.`,
  quoteChanged: (locator, edition) => `링크가 인용한 말은 ${edition}판의 ${locator}에 있었다. 이 판에서는 고쳐 썼다.`,
  quoteMoved: (from, to) => `링크가 인용한 말은 이 판에서 ${from && `${from}이(가) 아니라 `}${to}에 있다.`,
  quoteUnknown: "링크가 인용한 말은 어느 판에도 없다.",
  quoteNotHere: (locator) => `링크가 인용한 말은 ${locator || "이 쪽"}에 없다.`,
};
