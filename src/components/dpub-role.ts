/** Roles of the Digital Publishing WAI-ARIA module 1.1 that the site uses. */
type DpubRole = "doc-backlink" | "doc-endnotes" | "doc-noteref";

/**
 * Astro's types know the roles of WAI-ARIA itself only.
 *
 * @returns the role as attributes to spread into an element
 */
export const dpubRole = (role: DpubRole): Record<string, string> => ({ role });
