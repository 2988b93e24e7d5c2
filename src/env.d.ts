declare module "virtual:essay" {
  const essay: import("./essay/model.ts").Essay;
  export default essay;
}

declare module "virtual:figures" {
  /** By language and id. */
  const figures: Readonly<Record<string, Readonly<Record<string, import("./figures/figure.ts").DrawnFigure>>>>;
  export default figures;
}

declare module "virtual:citations" {
  const bundles: Readonly<Record<string, Readonly<Record<string, import("./citation/bundle.ts").CitationBundle>>>>;
  export default bundles;
}
