/** @returns whether the browser keeps something under a name, in a storage that it may withhold */
export function isKept(storage: "localStorage" | "sessionStorage", key: string): boolean {
  try {
    return key in window[storage];
  } catch {
    return false;
  }
}
