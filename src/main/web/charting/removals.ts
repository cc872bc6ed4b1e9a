import type { LedgerEvent, Needle } from './fold';

/** What takes a needle out: of every time that it went in and is not known to have come out. */
export function removals(needle: Needle): readonly LedgerEvent[] {
  const first = needle.placement !== null && needle.removedAt === null ? [{ kind: 'removed', needle: needle.id }] : [];
  const again = needle.again
    .filter((it) => it.removedAt === null)
    .map((it) => ({ kind: 'removed', needle: needle.id, of: it.id }));
  return [...first, ...again];
}
