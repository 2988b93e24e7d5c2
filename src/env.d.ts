declare module "virtual:essay" {
  const essay: import("./essay/model.ts").Essay;
  export default essay;
}

declare module "virtual:bodies" {
  const bodies: import("./integrations/section-bodies.ts").SectionBodies;
  export default bodies;
}

declare module "virtual:figures" {
  /** By language and id. */
  const figures: Readonly<Record<string, Readonly<Record<string, import("./figures/figure.ts").DrawnFigure>>>>;
  export default figures;
}

declare module "virtual:citations" {
  const ready: import("./integrations/citations.ts").ReadyCitations;
  export default ready;
}
