/** Pixels of a unit of the drawing: a picture of print quality in a column. */
const SCALE = 3;

/**
 * Saves an SVG of this site as PNG, under its own name. It is drawn here and not when the site is built: its words need the
 * fonts of their script, which its reader has.
 *
 * @param address of the SVG
 * @param signal aborted where the picture is not wanted any more
 * @throws where it cannot be loaded or drawn
 */
export async function savePicture(address: string, signal: AbortSignal): Promise<void> {
  const image = new Image();
  image.src = address;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = image.naturalWidth * SCALE;
  canvas.height = image.naturalHeight * SCALE;
  const context = canvas.getContext("2d");
  context?.drawImage(image, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, "image/png"));
  if (!context || !blob) throw new Error("The picture could not be drawn.");
  if (signal.aborted) return;
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = (new URL(address).pathname.split("/").at(-1) ?? "").replace(/svg$/u, "png");
  link.click();
  URL.revokeObjectURL(link.href);
}
