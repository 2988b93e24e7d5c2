import type { FormatStrings } from "./strings.ts";

export const formatStrings: FormatStrings = {
  title: "파일 형식",
  introduction: "전문을 파일로 가져갈 수 있다. 다른 기기에서 읽고, 다루고, 인용하기 위한 것이다.",
  kinds: { book: "전자책", text: "텍스트", citation: "문헌 관리 프로그램용" },
  writing: { horizontal: "가로쓰기", vertical: "세로쓰기" },
  paper: "종이",
  print: "전문 인쇄",
  printPage: "인쇄",
  follow: "바뀌는 것",
  feed: "판, 엮은이 주, 바로잡음의 피드(Atom)",
};
