import { isKept } from "../is-kept.ts";

/** Key in sessionStorage: this page was opened by one that has not what its address named. */
export const SENT_ON = "sent-on";

/** @returns whether the reader was sent on to this page by another */
export const isSentOn = (): boolean => isKept("sessionStorage", SENT_ON);
