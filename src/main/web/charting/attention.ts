const ELSEWHERE = ['pointerdown', 'wheel'] as const;

/**
 * Watches from now on whether somebody waits for an answer.
 *
 * @param home where the question was asked; a finger's focus comes to it only after the tap
 * @returns ends the watch: whether nothing else was touched and the focus went nowhere else
 */
export function attention(home: HTMLElement | null): () => boolean {
  const focused = document.activeElement;
  const watch = new AbortController();
  let gone = false;
  for (const what of ELSEWHERE) {
    document.addEventListener(what, () => { gone = true; }, { capture: true, passive: true, signal: watch.signal });
  }
  return () => {
    watch.abort();
    const now = document.activeElement;
    return !gone && (now === focused || now === home || now === document.body);
  };
}
