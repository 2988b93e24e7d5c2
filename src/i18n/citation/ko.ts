import type { CiteStrings } from "./strings.ts";

export const citeStrings: CiteStrings = {
  cite: "인용",
  locator: {
    paragraph: (number) => `¶${number}`,
    note: (number) => `주 ${number}`,
    "editor-note": (number) => `엮은이 주 ${number}`,
    figure: (number) => `그림 ${number}`,
  },
  nature: {
    restatement: (author) => `${author}의 논증을 다시 쓴 글`,
  },
  editorial: {
    original: () => "엮은이의 덧붙임",
    restatement: (author) => `${author}의 논증을 다시 쓴 글에 대한 엮은이의 덧붙임`,
    translation: (author) => `${author}의 저작 번역에 대한 엮은이의 덧붙임`,
  },
  edition: (version) => `${version}판`,
  howToCite: { section: "이 절 인용하기", work: "이 글 인용하기" },
  choose: "양식 고르기, 복사",
  files: "문헌 관리 프로그램용",
  retired: (how, name, edition, target) =>
    `${edition}판의 ${name} ${
      {
        moved: `옮겨진 곳: ${target}.`,
        merged: `합쳐진 곳: ${target}.`,
        "merged-here": "여기에 합쳐졌다.",
        renamed: `바뀐 이름: ${target}.`,
        "renamed-here": "이름이 바뀌었다.",
        removed: `삭제되었다. 그 앞뒤는 지금 ${target}.`,
        "removed-here": "여기에 있었으나 삭제되었다.",
      }[how]
    }`,
  redirected: (title) => `이 절의 이름은 이제 ‘${title}’이다.`,
  // Terms of locators, and the order of dates in APA.
  corrections: [
    [/\bpara\.? ?([\w{}]+)/u, "문단 $1"],
    [/(?:\bNote|\bn\.) ?편([\w{}]+)/u, "엮은이 주 $1"],
    [/(?:\bNote|\bn\.) ?([\w{}]+)/u, "주 $1"],
    [/(?:\bFigure|\bfig\.?) ?([\w{}]+)/u, "그림 $1"],
    [/\((\d{4}), (\d+월) (\d+)\)/u, "($1년 $2 $3일)"],
  ],
};
