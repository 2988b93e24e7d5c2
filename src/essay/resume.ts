/** The query with which an installed site begins: a cover leads to where its reader was. Every page has it in its script. */
export const RESUME = "?resume";
