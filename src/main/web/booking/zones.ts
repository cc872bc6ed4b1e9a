/** A time as a clock in a zone shows it: `2026-12-01 07:00`. */
function clock(at: Date, zone: string): string {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  }).formatToParts(at);
  const part = (type: string): string => parts.find((each) => each.type === type)?.value ?? '';
  return `${part('year')}-${part('month')}-${part('day')} ${part('hour')}:${part('minute')}`;
}

/**
 * A visit's time as the visitor's own clock shows it, or null where that is what the page says already. With the weekday where it
 * is another day there.
 *
 * @param at   ISO 8601 with the location's offset: `2026-12-01T07:00:00-05:00`
 * @param zone the visitor's, such as `Europe/Madrid`
 */
export function ownTime(at: string, zone: string, language: string): string | null {
  const moment = new Date(at);
  const own = clock(moment, zone);
  if (own === at.slice(0, 16).replace('T', ' ')) {
    return null;
  }
  const sameDay = own.slice(0, 10) === at.slice(0, 10);
  return new Intl.DateTimeFormat(language, {
    timeZone: zone,
    hour: 'numeric',
    minute: '2-digit',
    ...(sameDay ? {} : { weekday: 'short' }),
  }).format(moment);
}

/** A zone's name in words: "Central European Standard Time". */
export function zoneName(at: string, zone: string, language: string): string {
  const parts = new Intl.DateTimeFormat(language, { timeZone: zone, timeZoneName: 'long' }).formatToParts(new Date(at));
  return parts.find((part) => part.type === 'timeZoneName')?.value ?? zone;
}
