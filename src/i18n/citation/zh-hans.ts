import { quoting } from "../quoting.ts";
import type { CiteStrings } from "./strings.ts";

const quoted = quoting(["“", "”", "‘", "’"]);

export const citeStrings: CiteStrings = {
  cite: "引用",
  locator: {
    paragraph: (number) => `¶${number}`,
    note: (number) => `注${number}`,
    "editor-note": (number) => `编者注${number}`,
    figure: (number) => `图${number}`,
  },
  nature: {
    restatement: (author) => `对${author}论证的转述`,
  },
  editorial: {
    original: () => "编者附注",
    restatement: (author) => `编者对${author}论证转述的附注`,
    translation: (author) => `编者对${author}著作译本的附注`,
  },
  edition: (version) => `第${version}版`,
  howToCite: { section: "引用本节", work: "引用本文" },
  choose: "选择格式并复制",
  files: "供文献管理软件使用",
  retired: (how, name, edition, target) =>
    `第${edition}版的${name}${
      {
        moved: `已移至${target}。`,
        merged: `已并入${target}。`,
        "merged-here": "已并入此处。",
        renamed: `现称${target}。`,
        "renamed-here": "现已改名。",
        removed: `已删除，其前后之处现为${target}。`,
        "removed-here": "原在此处，已删除。",
      }[how]
    }`,
  redirected: (title) => `本节现为${quoted(title)}。`,
  // Terms of locators, and the order of dates in APA.
  corrections: [
    [/(?:注脚|注) ?编([\w{}]+)/u, "编者注$1"],
    [/(?:注脚|(?<!编者)注) ?([\d{]\w*\}?)/u, "注$1"],
    [/(?:图表|图) ?([\d{]\w*\}?)/u, "图$1"],
    [/段 ?([\d{]\w*\}?)/u, "第$1段"],
    [/\((\d{4}), (\p{L}+月) (\d+)\)/u, "($1年$2$3日)"],
  ],
};
