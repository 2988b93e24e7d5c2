import Term from "../annotations/Term.astro";
import Figure from "../figures/Figure.astro";
import NoteMark from "../notes/NoteMark.astro";
import CrossReference from "./CrossReference.astro";
import Paragraph from "./Paragraph.astro";
import Quotation from "./Quotation.astro";

/** The components of MDX content. */
export const essayComponents = { a: CrossReference, Figure, NoteMark, Paragraph, Quotation, Term };
