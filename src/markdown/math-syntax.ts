import type { Extension as FromMarkdown } from "mdast-util-from-markdown";
import { mathFromMarkdown, mathToMarkdown } from "mdast-util-math";
import type { Options as ToMarkdown } from "mdast-util-to-markdown";
import { math } from "micromark-extension-math";
import type { Code, Construct, Effects, Extension, State, TokenizeContext } from "micromark-util-types";
import type { Processor } from "unified";

const DOLLAR = 36;
const BACKSLASH = 92;

/** A line ending, a virtual space or a space; `null` is the end of the text. */
const isSpace = (code: Code): boolean => code === null || code < 0 || code === 32;
const isLineEnding = (code: Code): boolean => code !== null && code < -2;
const isDigit = (code: Code): boolean => code !== null && code >= 48 && code <= 57;
const isLatinOrDigit = (code: Code): boolean =>
  code !== null && code >= 0 && /[\p{Script=Latin}\p{Nd}]/u.test(String.fromCodePoint(code));

/**
 * Mathematics between single dollars, by Pandoc's rule (Pandoc User's Guide, `tex_math_dollars`), which tells it from
 * sums of money: no space inside either dollar, no digit after the second. None begins after a Latin letter or a digit either,
 * as in `US$5`.
 */
const singleDollar: Construct = {
  name: "mathText",
  tokenize(this: TokenizeContext, effects: Effects, ok: State, nok: State): State {
    const { previous } = this;
    let last: Code = DOLLAR;
    return start;

    function start(code: Code): State | undefined {
      if (previous === DOLLAR || isLatinOrDigit(previous)) return nok(code);
      effects.enter("mathText");
      effects.enter("mathTextSequence");
      effects.consume(code);
      effects.exit("mathTextSequence");
      return first;
    }
    function first(code: Code): State | undefined {
      return isSpace(code) || code === DOLLAR ? nok(code) : between(code);
    }
    function between(code: Code): State | undefined {
      if (code === null) return nok(code);
      if (code === DOLLAR) return isSpace(last) ? nok(code) : close(code);
      if (isLineEnding(code)) {
        effects.enter("lineEnding");
        effects.consume(code);
        effects.exit("lineEnding");
        last = code;
        return between;
      }
      effects.enter("mathTextData");
      return data(code);
    }
    function data(code: Code): State | undefined {
      if (code === null || code === DOLLAR || isLineEnding(code)) {
        effects.exit("mathTextData");
        return between(code);
      }
      effects.consume(code);
      last = code;
      return code === BACKSLASH ? escaped : data;
    }
    function escaped(code: Code): State | undefined {
      if (code === null || isLineEnding(code)) return data(code);
      effects.consume(code);
      last = code;
      return data;
    }
    function close(code: Code): State | undefined {
      effects.enter("mathTextSequence");
      effects.consume(code);
      effects.exit("mathTextSequence");
      effects.exit("mathText");
      return after;
    }
    function after(code: Code): State | undefined {
      return isDigit(code) ? nok(code) : ok(code);
    }
  },
};

/** What a plugin adds to the syntax that a processor reads and writes. */
export interface SyntaxExtensions {
  micromarkExtensions?: Extension[];
  fromMarkdownExtensions?: FromMarkdown[];
  toMarkdownExtensions?: ToMarkdown[];
}

/** Reads and writes mathematics in TeX: `$…$` in a sentence, `$$…$$` on lines of its own. */
export function remarkMathematics(this: Processor): void {
  const data = this.data() as SyntaxExtensions;
  const syntax: Extension[] = [math({ singleDollarTextMath: false }), { text: { [DOLLAR]: singleDollar } }];
  data.micromarkExtensions = [...(data.micromarkExtensions ?? []), ...syntax];
  data.fromMarkdownExtensions = [...(data.fromMarkdownExtensions ?? []), mathFromMarkdown()];
  data.toMarkdownExtensions = [...(data.toMarkdownExtensions ?? []), mathToMarkdown()];
}
