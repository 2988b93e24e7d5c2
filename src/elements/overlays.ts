import { adoptStyles } from "./adopt-styles.ts";
import styles from "./overlays.css?inline";

/** Whatever lies over the text imports this module for its styles; they are adopted once. */
adoptStyles(styles);
