import CrossReference from "./CrossReference.astro";
import Figure from "./Figure.astro";
import NoteMark from "./NoteMark.astro";
import Paragraph from "./Paragraph.astro";
import Quotation from "./Quotation.astro";
import Term from "./Term.astro";

/** What a section's MDX is rendered with. */
export const essayComponents = { a: CrossReference, Figure, NoteMark, Paragraph, Quotation, Term };
