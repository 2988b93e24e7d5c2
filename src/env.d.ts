declare module "virtual:essay" {
  const essay: import("./essay/model.ts").Essay;
  export default essay;
}
