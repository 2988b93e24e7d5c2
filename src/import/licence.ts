/** A licence as essay.yaml holds it. */
export interface Licence {
  readonly name: string;
  readonly url?: string;
}

/** Longer words are a notice, not a licence's name. */
const LONGEST_NAME = 120;
const DEED =
  /creativecommons\.org\/(?<kind>licenses|publicdomain)\/(?<parts>[a-z-]+)\/(?<version>\d\.\d)(?:\/(?<place>[a-z]{2})\b)?/iu;
const NAME =
  /^(?:CC|Creative Commons)[\s-]*(?<parts>BY(?:[\s-]*(?:NC|ND|SA))*|0|Zero)(?:[\s-]*(?<version>\d\.\d))?(?:\s+(?:International|Unported|国際))?\.?$/iu;

/** @returns what a manuscript says of its rights; undefined where it is no name of a licence */
export function readLicence(rights: string): Licence | undefined {
  const words = rights.trim().replaceAll(/\s+/gu, " ");
  const deed = DEED.exec(words)?.groups;
  if (deed?.["parts"]) {
    const { kind, parts, version } = deed;
    const name =
      kind === "publicdomain" ? (parts === "zero" ? "CC0" : "Public Domain Mark") : `CC ${parts.toUpperCase()}`;
    const place = deed["place"] ? `/${deed["place"].toLowerCase()}` : "";
    return {
      name: `${name} ${version}${deed["place"] ? ` ${deed["place"].toUpperCase()}` : ""}`,
      url: `https://creativecommons.org/${kind?.toLowerCase()}/${parts.toLowerCase()}/${version}${place}/`,
    };
  }
  const named = NAME.exec(words)?.groups;
  if (named?.["parts"]) {
    const isZero = /^(?:0|zero)$/iu.test(named["parts"]);
    const parts = named["parts"]
      .toUpperCase()
      .split(/[\s-]+/u)
      .join("-");
    const version = named["version"] ?? (isZero ? "1.0" : undefined);
    if (isZero) return { name: `CC0 ${version}`, url: `https://creativecommons.org/publicdomain/zero/${version}/` };
    // Its conditions depend on the version: without one there is no address to give.
    return version
      ? {
          name: `CC ${parts} ${version}`,
          url: `https://creativecommons.org/licenses/${parts.toLowerCase()}/${version}/`,
        }
      : { name: `CC ${parts}` };
  }
  if (/^https?:\/\/\S+$/u.test(words)) return { name: words, url: words };
  return words !== "" && words.length <= LONGEST_NAME ? { name: words } : undefined;
}
