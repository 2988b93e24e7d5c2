/** A file of an image, as a page asks for it. */
export interface ImageFile {
  /** Address below the base path. */
  readonly route: string;
  /** In pixels. */
  readonly width: number;
}

/** An image of the essay, in the sizes that pages ask for. */
export interface ImageAsset {
  /** The author's file, absolute. */
  readonly source: string;
  /** Of the whole image, in pixels. */
  readonly width: number;
  readonly height: number;
  /** The image in its own format: for books, and for what knows no other. */
  readonly original: ImageFile;
  /** The same in smaller files, the smallest first; none where nothing would be gained. */
  readonly variants: readonly ImageFile[];
}
