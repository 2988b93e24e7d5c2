/** Citation.js has no types of its own; this is what is called of it. */
declare module "@citation-js/core" {
  export const plugins: {
    readonly input: {
      /** @returns what was parsed, as CSL-JSON */
      chain(input: unknown, options?: { readonly forceType?: string }): unknown;
    };
  };
}
