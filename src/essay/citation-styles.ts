/** Citation styles that are formatted as text, in the order in which they are offered. */
export const TEXT_STYLES = ["sist02", "gb7714", "chicago", "apa", "mla"] as const;
export type TextStyle = (typeof TEXT_STYLES)[number];
