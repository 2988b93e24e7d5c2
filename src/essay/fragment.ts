/** @returns a fragment, or a path, without its percent-encoding; itself where that is malformed */
export function decodeFragment(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}
