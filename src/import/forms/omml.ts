import { child, elements, value, type XmlElement } from "./xml.ts";

const FUNCTIONS = new Set(
  "arccos arcsin arctan arg cos cosh cot coth csc deg det dim exp gcd hom inf ker lg lim ln log max min Pr sec sin sinh sup tan tanh".split(
    " ",
  ),
);
/** Accents of Word's, by their combining characters. */
const ACCENTS: Readonly<Record<string, string>> = {
  "\u0300": "grave",
  "\u0301": "acute",
  "\u0302": "hat",
  "\u0303": "tilde",
  "\u0304": "bar",
  "\u0305": "overline",
  "\u0306": "breve",
  "\u0307": "dot",
  "\u0308": "ddot",
  "\u030C": "check",
  "\u20D7": "vec",
};
const ESCAPED: Readonly<Record<string, string>> = {
  "\\": "\\backslash ",
  "{": "\\{",
  "}": "\\}",
  $: "\\$",
  "%": "\\%",
  "&": "\\&",
  "#": "\\#",
  _: "\\_",
  "^": "\\hat{}",
  "~": "\\sim ",
  "|": "\\vert ",
  "<": "\\lt ",
  ">": "\\gt ",
};
const DELIMITERS: Readonly<Record<string, string>> = {
  "{": "\\{",
  "}": "\\}",
  "|": "\\vert ",
  "‖": "\\Vert ",
  "⌊": "\\lfloor ",
  "⌋": "\\rfloor ",
  "⌈": "\\lceil ",
  "⌉": "\\rceil ",
  "⟨": "\\langle ",
  "⟩": "\\rangle ",
  "〈": "\\langle ",
  "〉": "\\rangle ",
  "": ".",
};

const escaped = (text: string): string => [...text].map((one) => ESCAPED[one] ?? one).join("");
const group = (tex: string): string => `{${tex}}`;

/**
 * Writes a formula of Word's (OMML) as TeX. Its characters stay what they are; what is around them says how they are set.
 *
 * @param formula `m:oMath`, or a part of one
 */
export function texOf(formula: XmlElement): string {
  return elements(formula)
    .map(partTex)
    .filter((part) => part !== "")
    .join(" ");
}

function partTex(node: XmlElement): string {
  const of = (name: string): string => {
    const found = child(node, name);
    return found ? texOf(found) : "";
  };
  const all = (name: string): string[] =>
    elements(node)
      .filter(({ tagName }) => tagName === name)
      .map(texOf);
  const property = (name: string): string | undefined => {
    const owner = elements(node).find(({ tagName }) => tagName.endsWith("Pr"));
    const found = owner && child(owner, name);
    return found ? (found.getAttribute("m:val") ?? value(found) ?? "") : undefined;
  };
  switch (node.tagName) {
    case "w:del":
    case "w:moveFrom":
      return "";
    case "m:r":
      return runTex(node);
    case "w:r":
      return escaped(wordsIn(node, "w:t"));
    case "m:f": {
      const kind = property("m:type");
      if (kind === "noBar") return `{${of("m:num")} \\atop ${of("m:den")}}`;
      if (kind === "lin" || kind === "skw") return `${group(of("m:num"))} / ${group(of("m:den"))}`;
      return `\\frac${group(of("m:num"))}${group(of("m:den"))}`;
    }
    case "m:sSup":
      return `${group(of("m:e"))}^${group(of("m:sup"))}`;
    case "m:sSub":
      return `${group(of("m:e"))}_${group(of("m:sub"))}`;
    case "m:sSubSup":
      return `${group(of("m:e"))}_${group(of("m:sub"))}^${group(of("m:sup"))}`;
    case "m:sPre":
      return `{}_${group(of("m:sub"))}^${group(of("m:sup"))}${group(of("m:e"))}`;
    case "m:rad": {
      const degree = of("m:deg");
      return `\\sqrt${degree === "" ? "" : `[${degree}]`}${group(of("m:e"))}`;
    }
    case "m:nary": {
      const sign = property("m:chr") ?? "∫";
      const [low, high] = [of("m:sub"), of("m:sup")];
      return `${sign}${low === "" ? "" : `_${group(low)}`}${high === "" ? "" : `^${group(high)}`} ${of("m:e")}`;
    }
    case "m:d": {
      const side = (sign: string) => DELIMITERS[sign] ?? sign;
      const between = property("m:sepChr") ?? "|";
      return `\\left${side(property("m:begChr") ?? "(")} ${all("m:e").join(` ${escaped(between)} `)} \\right${side(property("m:endChr") ?? ")")}`;
    }
    case "m:func":
      return `${of("m:fName")} ${of("m:e")}`;
    case "m:acc": {
      const accent = ACCENTS[property("m:chr") ?? "\u0302"];
      return accent ? `\\${accent}${group(of("m:e"))}` : `\\hat${group(of("m:e"))}`;
    }
    case "m:bar":
      return `\\${property("m:pos") === "top" ? "overline" : "underline"}${group(of("m:e"))}`;
    case "m:limLow":
      return `\\underset${group(of("m:lim"))}${group(of("m:e"))}`;
    case "m:limUpp":
      return `\\overset${group(of("m:lim"))}${group(of("m:e"))}`;
    case "m:groupChr":
      return property("m:pos") === "top" ? `\\overbrace${group(of("m:e"))}` : `\\underbrace${group(of("m:e"))}`;
    case "m:borderBox":
      return `\\boxed${group(of("m:e"))}`;
    case "m:eqArr":
      return `\\begin{matrix} ${all("m:e").join(" \\\\ ")} \\end{matrix}`;
    case "m:m":
      return `\\begin{matrix} ${elements(node)
        .filter(({ tagName }) => tagName === "m:mr")
        .map((row) =>
          elements(row)
            .filter(({ tagName }) => tagName === "m:e")
            .map(texOf)
            .join(" & "),
        )
        .join(" \\\\ ")} \\end{matrix}`;
    default:
      return node.tagName.endsWith("Pr") ? "" : texOf(node);
  }
}

function runTex(node: XmlElement): string {
  const words = wordsIn(node, "m:t") + wordsIn(node, "w:t");
  const properties = child(node, "m:rPr");
  if (properties && child(properties, "m:nor")) return `\\text{${words.replaceAll(/[\\{}$%&#_^~]/gu, "\\$&")}}`;
  if (FUNCTIONS.has(words.trim())) return `\\${words.trim()}`;
  // Several letters of one name are upright, as Word shows those that it does not slant.
  const style = properties && child(properties, "m:sty")?.getAttribute("m:val");
  const tex = escaped(words).trim();
  return style === "p" && /^\p{L}{2,}$/u.test(words.trim()) ? `\\mathrm{${tex}}` : tex;
}

function wordsIn(node: XmlElement, name: string): string {
  return elements(node)
    .filter(({ tagName }) => tagName === name)
    .map(({ textContent }) => textContent)
    .join("");
}
