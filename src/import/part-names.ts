/** The part that a section plays, as `role` in essay.yaml names it. */
export type SectionRole =
  | "abstract"
  | "preface"
  | "foreword"
  | "introduction"
  | "conclusion"
  | "epilogue"
  | "afterword"
  | "appendix"
  | "acknowledgements";

const NAMES: readonly (readonly [SectionRole, RegExp])[] = [
  ["abstract", /^(?:要旨|要約|概要|abstract|summary|zusammenfassung|résumé|摘要|초록)$/iu],
  ["preface", /^(?:まえがき|前書き|序文|preface|vorwort|avant-propos|前言|머리말)$/iu],
  ["foreword", /^(?:foreword|geleitwort|刊行に寄せて)$/iu],
  [
    "introduction",
    /^(?:は[じし]めに|序(?:論|章|説|言)?|緒言|緒論|introduction|einleitung|einführung|引言|导言|導言|서론|مقدمة)$/iu,
  ],
  [
    "conclusion",
    /^(?:おわりに|終わりに|むすび(?:に(?:かえて|代えて))?|結びに?(?:かえて|代えて)?|結論|結語|終章|まとめ|conclusions?|concluding remarks|schluss|fazit|结论|結論|结语|결론|맺음말|خاتمة)$/iu,
  ],
  ["epilogue", /^(?:epilogue|エピローグ)$/iu],
  ["afterword", /^(?:あとがき|後書き|afterword|nachwort|后记|後記)$/iu],
  ["acknowledgements", /^(?:謝辞|acknowledge?ments?|danksagung|remerciements|致谢|致謝)$/iu],
  ["appendix", /^(?:付録|附録|補遺|補論|appendix|anhang|annexe|附录|附錄)(?:\s*[A-Z0-9０-９])?$/iu],
];

/** @returns the part that a section of this title plays, where the title is the usual name of one */
export function roleOf(title: string): SectionRole | undefined {
  const plain = title
    .replaceAll(/[\s\u3000]+/gu, /[A-Za-z]/u.test(title) ? " " : "")
    .replace(/[:：]$/u, "")
    .trim();
  return NAMES.find(([, pattern]) => pattern.test(plain))?.[0];
}
