import type { Needle, Session } from './fold';

/** Needles in the body. */
export const inBody = (session: Session): readonly Needle[] => session.needles.filter((it) => it.where === 'in-situ');

/** How long a needle has been in, milliseconds, and when its planned stay is over; null when it is not in. */
export interface Dwell {
  readonly since: number;
  readonly due: number | null;
}

/** The running stay of a needle: of several the one that is due first. */
export function dwell(needle: Needle): Dwell | null {
  const first = needle.inSince !== null && needle.removedAt === null && needle.where === 'in-situ'
    ? [stay(needle.inSince, needle.placement?.dwellSeconds)] : [];
  const again = needle.again
    .filter((it) => it.removedAt === null)
    .map((it) => stay(it.inSince, it.placement.dwellSeconds));
  return [...first, ...again].sort((one, other) => (one.due ?? Infinity) - (other.due ?? Infinity))[0] ?? null;
}

const stay = (since: number, seconds: number | undefined): Dwell =>
  ({ since, due: seconds === undefined ? null : since + seconds * 1000 });

/** Needles whose planned stay is over, the longest overdue first. */
export function overdue(session: Session, now: number): readonly Needle[] {
  return inBody(session)
    .map((needle) => ({ needle, due: dwell(needle)?.due ?? Infinity }))
    .filter((it) => it.due <= now)
    .sort((one, other) => one.due - other.due)
    .map((it) => it.needle);
}

/** The next moment at which a planned stay is over; null when none is planned. */
export function nextDue(session: Session, now: number): number | null {
  const dues = inBody(session).map((it) => dwell(it)?.due ?? Infinity).filter((it) => it > now && it < Infinity);
  return dues.length === 0 ? null : Math.min(...dues);
}
