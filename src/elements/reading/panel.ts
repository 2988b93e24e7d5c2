import { adoptStyles } from "../adopt-styles.ts";
import "../overlays.ts";
import styles from "./panel.css?inline";

/** Both panels that the header opens import this module for their styles; they are adopted once. */
adoptStyles(styles);
