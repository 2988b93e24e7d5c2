/** @returns a name for an image that no other has, in the folder of the essay's images */
export function imageName(path: string, taken: ReadonlyMap<string, unknown>): string {
  const base =
    (path.split("/").at(-1) ?? "image")
      .toLowerCase()
      .replaceAll(/[^a-z0-9.]+/gu, "-")
      .replaceAll(/^-+|-+(?=\.)/gu, "") || "image";
  const dot = base.lastIndexOf(".");
  // Of a name in other letters nothing but its kind is left.
  const [stem, extension] = dot >= 0 ? [base.slice(0, dot) || "figure", base.slice(dot)] : [base, ""];
  let name = `images/${stem}${extension}`;
  for (let count = 2; taken.has(name); count += 1) name = `images/${stem}-${count}${extension}`;
  return name;
}
