import type { FormatStrings } from "./strings.ts";

export const formatStrings: FormatStrings = {
  title: "파일 형식",
  introduction:
    "글을 파일로 가져갈 수 있다. 전문이나 한 절만도 된다. 다른 기기에서 읽고, 나누어 주고, 다루고, 인용하기 위한 것이다.",
  language: "파일의 언어",
  kinds: { book: "전자책", text: "텍스트", citation: "문헌 관리 프로그램용" },
  uses: {
    epub: "전자책 단말기, 태블릿, 휴대 전화용",
    pdf: "인쇄와 큰 화면용",
    html: "주와 그림이 든 한 파일: 인쇄하거나 보내거나 Word 같은 워드 프로세서로 연다",
    txt: "본문과 주만, 어떤 프로그램으로나 열 수 있다",
    md: "제목, 강조, 주를 지니며 편집기와 Pandoc용",
    bib: "LaTeX(BibTeX)와 JabRef용",
    "biblatex.bib": "LaTeX(BibLaTeX)용",
    ris: "EndNote, Citavi, Mendeley, Zotero용",
    "csl.json": "Zotero와 Pandoc용",
  },
  sections: "한 절만",
  sectionsUse: "한 절을 한 파일로, 또는 종이로: 수업에서 나누어 주거나 보낼 때 쓴다.",
  writing: { horizontal: "가로쓰기", vertical: "세로쓰기" },
  paper: "종이",
  print: "전문 인쇄",
  printPage: "인쇄",
  printUse: "종이에, 또는 프린터를 고르는 곳의 ‘PDF로 저장’으로 PDF 파일에",
  leavesOut: (display) => `HTML과 종이에는 ‘${display}’에서 숨긴 것이 나오지 않습니다.`,
  chosen: "여러 절을 하나로: 아래에서 고른 뒤",
  sheet: "A4에 맞추어 조판된다.",
  verticalSheet: (display) => `‘${display}’에서 세로쓰기로 하면 세로로, A5에 인쇄되고 나누어 줄 HTML도 그렇게 된다.`,
  parallelUse: "두 언어를 단락마다 나란히 놓은 페이지, 인쇄해도 나란히",
  follow: "바뀌는 것",
  feed: "판, 엮은이 주, 바로잡음의 피드(Atom)",
};
