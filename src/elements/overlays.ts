import { adoptStyles } from "./adopt-styles.ts";
import styles from "./overlays.css?inline";

/** Styles of everything that is shown over the text; importing this module adopts them once. */
adoptStyles(styles);

/** Screens on which what is opened is the screen itself. */
export const FILLS_SCREEN = "(width < 48rem) and (height < 24rem)";
