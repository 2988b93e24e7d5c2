import type { ReadingStrings } from "./strings.ts";

export const readingStrings: ReadingStrings = {
  close: "閉じる",
  toList: { note: "注の一覧で見る", term: "用語の頁で見る" },
  returnLabel: "前回の続き",
  returnTo: (paragraph) => `前回の続き、¶${paragraph}へ`,
  settings: "表示の設定",
  theme: "紙の色",
  themes: { auto: "自動", light: "白", sepia: "生成り", dark: "黒" },
  size: "文字",
  sizes: { smaller: "小", normal: "中", larger: "大", largest: "特大" },
  leading: "行間",
  leadings: { tight: "狭い", normal: "標準", loose: "広い" },
  font: "書体",
  fonts: { serif: "明朝", gothic: "ゴシック" },
  writing: "組み方",
  writings: { horizontal: "横組み", vertical: "縦組み" },
  chrome: "本文の周り",
  chromes: { shown: "見せる", hidden: "隠す" },
  reset: "元に戻す",
};
