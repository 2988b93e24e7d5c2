declare module "virtual:build" {
  const build: import("./integrations/essay.ts").BuildFacts;
  export default build;
}

declare module "virtual:essay" {
  const essay: import("./essay/model.ts").Essay;
  export default essay;
}

declare module "virtual:bodies" {
  const bodies: import("./integrations/section-bodies.ts").SectionBodies;
  export default bodies;
}

declare module "virtual:editions" {
  const editions: import("./integrations/read-editions.ts").Editions;
  export default editions;
}

declare module "virtual:compiled-sections" {
  /** By language and id; empty for an essay that is rendered from its documents. */
  const compiled: Readonly<
    Record<string, () => Promise<{ default: import("astro/runtime/server/index.js").AstroComponentFactory }>>
  >;
  export default compiled;
}

declare module "virtual:formats" {
  const formats: import("./essay/formats.ts").FormatsByLanguage;
  export default formats;
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

/** What a plain `tsc` knows of components; `astro check` reads the components themselves. */
declare module "*.astro" {
  const component: import("astro/runtime/server/index.js").AstroComponentFactory;
  export default component;
}
