/**
 * The CJK Radicals Supplement (U+2E80–2EF3) with the ideograph that each radical looks like: pairs of a radical and
 * its ideograph, after EquivalentUnifiedIdeograph.txt of the Unicode Character Database (version 14.0; the block has
 * not changed since). U+2E80 has no equivalent. NFKC maps only two of them, which is why the table is needed.
 *
 * The Kangxi radicals (U+2F00–2FD5) are mapped by NFKC, but for one: it gives 戶 for U+2F3E where Japanese has 戸.
 */
const PAIRS = [
  "⺁厂 ⺂乛 ⺃乚 ⺄乙 ⺅亻 ⺆冂 ⺇𠘨 ⺈刀 ⺉刂 ⺊卜 ⺋㔾 ⺌小 ⺍小 ⺎兀 ⺏尣 ⺐尢",
  "⺑𡯂 ⺒巳 ⺓幺 ⺔彑 ⺕彐 ⺖忄 ⺗心 ⺘扌 ⺙攵 ⺛旡 ⺜日 ⺝月 ⺞歺 ⺟母 ⺠民 ⺡氵",
  "⺢氺 ⺣灬 ⺤爫 ⺥爫 ⺦丬 ⺧牛 ⺨犭 ⺩王 ⺪𤴔 ⺫目 ⺬示 ⺭礻 ⺮𥫗 ⺯糹 ⺰纟 ⺱罓",
  "⺲罒 ⺳㓁 ⺴冗 ⺵𦉫 ⺶羊 ⺷𦍌 ⺸𦍋 ⺹耂 ⺺肀 ⺻聿 ⺼肉 ⺽𦥑 ⺾艹 ⺿艹 ⻀艹 ⻁虎",
  "⻂衤 ⻃覀 ⻄西 ⻅见 ⻆角 ⻇𧢲 ⻈讠 ⻉贝 ⻊𧾷 ⻋车 ⻌辶 ⻍辶 ⻎辶 ⻏邑 ⻐钅 ⻑長",
  "⻒镸 ⻓长 ⻔门 ⻕𨸏 ⻖阝 ⻗雨 ⻘青 ⻙韦 ⻚页 ⻛风 ⻜飞 ⻝食 ⻞𩙿 ⻟飠 ⻠饣 ⻡𩠐",
  "⻢马 ⻣骨 ⻤鬼 ⻥鱼 ⻦鸟 ⻧卤 ⻨麦 ⻩黄 ⻪黾 ⻫斉 ⻬齐 ⻭歯 ⻮齿 ⻯竜 ⻰龙 ⻱龜",
  "⻲亀 ⻳龟",
  "\u2F3E戸",
]
  .join(" ")
  .split(" ");

/** The ideograph of each radical that NFKC does not map, or maps to a form that is not used in Japanese. */
export const IDEOGRAPH_OF_RADICAL: ReadonlyMap<string, string> = new Map(
  PAIRS.map((pair) => {
    const [radical = "", ideograph = ""] = pair;
    return [radical, ideograph];
  }),
);
