/** @returns does the work with the next frame, once, however often it is called until then */
export function oncePerFrame(work: () => void): () => void {
  let isAwaited = false;
  return () => {
    if (isAwaited) return;
    isAwaited = true;
    requestAnimationFrame(() => {
      isAwaited = false;
      work();
    });
  };
}
