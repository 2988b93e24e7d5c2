declare module "virtual:essay" {
  const essay: import("./essay/model.ts").Essay;
  export default essay;
}

declare module "virtual:citations" {
  const sheets: Readonly<Record<string, Readonly<Record<string, import("./citation/sheet.ts").CitationSheet>>>>;
  export default sheets;
}
