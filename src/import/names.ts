import type { ManuscriptName } from "./manuscript.ts";

const CJK_NAME =
  /^[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}々ー]{1,6}[\s\u3000]+[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}々ー]{1,6}$/u;
const CJK_NAME_WHOLE =
  /^(?:[\p{sc=Han}々]{2,5}|[\p{sc=Han}々]{1,4}[\p{sc=Hiragana}\p{sc=Katakana}ー]{1,5}|\p{sc=Katakana}[\p{sc=Katakana}ー]+(?:[・＝=][\p{sc=Katakana}ー]+)+)$/u;
const LATIN_NAME =
  /^(?:(?:Dr|Prof|Sir|Dame|Mr|Mrs|Ms)\.?\s+)*(?:\p{Lu}[\p{L}'’-]*\.?|de|du|des|la|le|van|von|der|den|zu|da|dos|di|del|al-\p{Lu}\p{L}+|bin|ibn|el|y)(?:\s+(?:\p{Lu}[\p{L}'’-]*\.?|\p{Lu}\.(?:-?\p{Lu}\.)*|de|du|des|la|le|van|von|der|den|zu|da|dos|di|del|al-\p{Lu}\p{L}+|bin|ibn|el|y)){1,5}$/u;
const HANGUL_NAME = /^\p{sc=Hangul}{1,2}\s?\p{sc=Hangul}{1,3}$/u;

/** Two or three words; a title begins with an article oftener. */
const ARABIC_NAME = /^(?!ال)\p{sc=Arabic}{2,}(?:\s\p{sc=Arabic}{2,}){1,2}$/u;
const HEBREW_NAME = /^(?!ה)\p{sc=Hebrew}{2,}(?:[\s-]\p{sc=Hebrew}{2,}){1,2}$/u;

/** @returns whether the words may be a person's name and nothing else */
export function isNameLike(text: string): boolean {
  const words = text.trim();
  return (
    CJK_NAME.test(words) ||
    CJK_NAME_WHOLE.test(words) ||
    HANGUL_NAME.test(words) ||
    ARABIC_NAME.test(words) ||
    HEBREW_NAME.test(words) ||
    // A title begins with an article, or ends its first word with one of something’s.
    (LATIN_NAME.test(words) &&
      /\p{Ll}/u.test(words) &&
      !/^(?:The|An?|My|Our|Its|Their|On|In|Of|Der|Das|Eine?)\s/u.test(words))
  );
}

/** @returns the names in a line such as “A. Smith and B. Jones” or 「鶴岡 路人・山田 花子」, and what parts them */
export function splitNames(text: string): string[] {
  // “Doe, Jane” is one name, turned round; “Jane Doe, John Roe” are two.
  const [family = "", given = "", ...others] = text.split(/[,，]/u).map((part) => part.trim());
  const isOne =
    others.length === 0 && given !== "" && (!/\s/u.test(family) || !/\s/u.test(given)) && !/\sand\s|&|;/u.test(text);
  if (isOne && /^\p{sc=Latin}/u.test(text)) return [text.trim()];
  return text
    .split(
      /\s*(?:[、;；]|,(?!\s*(?:Jr|Sr|II|III)\b)|\s&\s|\s(?:and|und|et|y|e|with|mit|avec)\s|(?<=[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}])・(?=[\p{sc=Han}])|(?<=\p{sc=Latin})・|・(?=\p{sc=Latin}))\s*/u,
    )
    .map((name) => name.trim())
    .filter(Boolean);
}

const PARTICLES = /^(?:de|du|des|la|le|van|von|der|den|zu|da|dos|di|del|bin|ibn|el|al|y)$/u;

/** @returns the name, told apart as far as its own language shows how */
export function parseName(text: string): ManuscriptName {
  const words = text.trim().replaceAll(/[\s\u3000]+/gu, " ");
  // A body has a title or a little word within its name.
  if (/[“”„"『「《]|\s(?:of|for|the)\s/u.test(words)) return { literal: words };
  const comma = /^(?<family>[^,，]+)[,，]\s*(?<given>\S.*)$/u.exec(words)?.groups;
  if (comma?.["family"] && comma["given"]) return { family: comma["family"], given: comma["given"] };
  const parts = words.split(" ");
  const [first = words, ...rest] = parts;
  if (/^[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}々ー]/u.test(words))
    return rest.length === 1 && rest[0] ? { family: first, given: rest[0] } : { literal: words };
  if (rest.length === 0) return { literal: words };
  let cut = parts.length - 1;
  while (cut > 1 && PARTICLES.test(parts[cut - 1] ?? "")) cut -= 1;
  return { family: parts.slice(cut).join(" "), given: parts.slice(0, cut).join(" ") };
}
