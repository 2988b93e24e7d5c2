import { autolink, htmlFlow } from "micromark-core-commonmark";
import type { Code, Construct, Effects, Extension, State, TokenizeContext } from "micromark-util-types";
import type { Processor } from "unified";
import type { SyntaxExtensions } from "./math-syntax.ts";

const LESS_THAN = 60;
const GREATER_THAN = 62;
const HYPHEN = 45;

const isLineEnding = (code: Code): boolean => code !== null && code < -2;

/** @returns a construct that takes exactly these characters, in either case, and emits nothing */
const literal = (characters: string): Construct => ({
  partial: true,
  tokenize(effects: Effects, ok: State, nok: State): State {
    let index = 0;
    const next = (code: Code): State | undefined => {
      if (index === characters.length) return ok(code);
      if (code === null || code < 0) return nok(code);
      if (String.fromCodePoint(code).toLowerCase() !== characters[index]) return nok(code);
      if (index === 0) effects.enter("data");
      index += 1;
      effects.consume(code);
      if (index < characters.length) return next;
      effects.exit("data");
      return next;
    };
    return next;
  },
});

const commentStart = literal("<!--");

/** `<!-- … -->` on lines of its own. The construct has another name than Markdown's own, which MDX disables. */
const commentBlock: Construct = {
  ...htmlFlow,
  name: "commentBlock",
  tokenize(this: TokenizeContext, effects: Effects, ok: State, nok: State): State {
    return effects.check(commentStart, htmlFlow.tokenize.call(this, effects, ok, nok), nok);
  },
};

/** `<!-- … -->` in a sentence. */
const comment: Construct = {
  name: "comment",
  tokenize(effects: Effects, ok: State, nok: State): State {
    let hyphens = 0;
    return effects.check(commentStart, start, nok);

    function start(code: Code): State | undefined {
      effects.enter("htmlText");
      return between(code);
    }
    function between(code: Code): State | undefined {
      if (code === null) return nok(code);
      if (isLineEnding(code)) {
        effects.enter("lineEnding");
        effects.consume(code);
        effects.exit("lineEnding");
        hyphens = 0;
        return between;
      }
      effects.enter("htmlTextData");
      return data(code);
    }
    function data(code: Code): State | undefined {
      if (code === null || isLineEnding(code)) {
        effects.exit("htmlTextData");
        return between(code);
      }
      effects.consume(code);
      if (code === GREATER_THAN && hyphens >= 2) return end;
      hyphens = code === HYPHEN ? hyphens + 1 : 0;
      return data;
    }
    function end(code: Code): State | undefined {
      effects.exit("htmlTextData");
      effects.exit("htmlText");
      return ok(code);
    }
  },
};

/** `<br>` without a slash: a line ends here. */
const lineBreak: Construct = {
  name: "lineBreakElement",
  tokenize(effects: Effects, ok: State, nok: State): State {
    const start: State = (code) => {
      effects.enter("hardBreakEscape");
      effects.consume(code);
      return name;
    };
    const name: State = (code) => {
      if (code === null || code < 0) return nok(code);
      effects.consume(code);
      if (code !== GREATER_THAN) return name;
      effects.exit("hardBreakEscape");
      return ok;
    };
    return effects.check(literal("<br>"), start, nok);
  },
};

/** `<https://example.org>`: Markdown's own construct, under a name that MDX does not disable. */
const address: Construct = { ...autolink, name: "address" };

const syntax: Extension = {
  flow: { [LESS_THAN]: { ...commentBlock, add: "before" } },
  text: {
    [LESS_THAN]: [comment, lineBreak, address].map((construct): Construct => ({ ...construct, add: "before" })),
  },
};

/** @returns MDX's construct, which at the head of a line takes no address and no `<br>` for a tag */
const afterText = (construct: Construct): Construct => ({
  ...construct,
  tokenize(this: TokenizeContext, effects: Effects, ok: State, nok: State): State {
    return effects.check([address, lineBreak], nok, construct.tokenize.call(this, effects, ok, nok));
  },
});

/** @returns the extension, with its tags of MDX made so */
function withTextFirst(extension: Extension): Extension {
  const tags = extension.flow?.[LESS_THAN];
  if (!tags || extension === syntax) return extension;
  return { ...extension, flow: { ...extension.flow, [LESS_THAN]: [tags].flat().map(afterText) } };
}

/**
 * Reads what MDX leaves out of Markdown and every author expects: comments, addresses in angle brackets, `<br>`.
 * Comments become nodes of type `html`, which nothing shows. It comes after MDX's own syntax.
 */
export function remarkMarkdownInMdx(this: Processor): void {
  const data = this.data() as SyntaxExtensions;
  data.micromarkExtensions = [...(data.micromarkExtensions ?? []).map(withTextFirst), syntax];
}
