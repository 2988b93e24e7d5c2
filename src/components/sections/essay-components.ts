import type { AstroComponentFactory } from "astro/runtime/server/index.js";
import Term from "../annotations/Term.astro";
import Figure from "../figures/Figure.astro";
import NoteMark from "../notes/NoteMark.astro";
import CrossReference from "./CrossReference.astro";
import Image from "./Image.astro";
import Paragraph from "./Paragraph.astro";
import Picture from "./Picture.astro";
import Quotation from "./Quotation.astro";

/** The components of a document, by the name that they have in it. */
export const essayComponents: Readonly<Record<string, AstroComponentFactory>> = {
  a: CrossReference,
  Figure,
  img: Image,
  NoteMark,
  Paragraph,
  Picture,
  Quotation,
  Term,
};
