import type { FootnoteDefinition } from "mdast";

/** Name of the component that says of a note that its text has not come down: `[^n5]: <Missing />`. */
export const MISSING_COMPONENT = "Missing";

/** @returns whether the note declares that its text is missing */
export const isMissing = ({ children }: FootnoteDefinition): boolean =>
  children.length === 1 &&
  children.every(
    (block) =>
      (block.type === "mdxJsxFlowElement" && block.name === MISSING_COMPONENT) ||
      (block.type === "paragraph" &&
        block.children.length === 1 &&
        block.children.every((one) => one.type === "mdxJsxTextElement" && one.name === MISSING_COMPONENT)),
  );
