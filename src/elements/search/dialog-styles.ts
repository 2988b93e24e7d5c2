import searchStyles from "../../styles/search.css?inline";
import { adoptStyles } from "../adopt-styles.ts";
import "../overlays.ts";
import styles from "./dialog.css?inline";

adoptStyles(searchStyles, styles);
