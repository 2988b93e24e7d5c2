import type { ReadingStrings } from "./strings.ts";

export const strings: ReadingStrings = {
  close: "閉じる",
  returnLabel: "前回の続き",
  returnTo: (paragraph) => `前回の続き、¶${paragraph}へ`,
  settings: "表示の設定",
  settingLabels: {
    theme: { name: "紙の色", default: "自動", light: "白", sepia: "生成り", dark: "黒" },
    size: { name: "文字", default: "中", smaller: "小", larger: "大", largest: "特大" },
    leading: { name: "行間", default: "標準", tight: "狭い", loose: "広い" },
    font: { name: "書体", default: "明朝", gothic: "ゴシック" },
    writing: { name: "組み方", default: "横組み", vertical: "縦組み" },
    annotations: { name: "編者の注記", default: "添える", hidden: "省く" },
    chrome: { name: "本文の周り", default: "見せる", hidden: "隠す" },
  },
  reset: "元に戻す",
};
