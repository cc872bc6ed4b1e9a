import { describe, expect, it } from 'vitest';
import { ownTime, zoneName } from './zones';

const SEVEN_IN_BETHESDA = '2026-12-01T07:00:00-05:00';
const EVENING = '2026-12-01T17:30-05:00';

describe('a time of another zone', () => {
  it('needs no words where the clocks agree, whatever the zones are called', () => {
    expect(ownTime(SEVEN_IN_BETHESDA, 'America/New_York', 'en-US')).toBeNull();
    expect(ownTime(SEVEN_IN_BETHESDA, 'America/Toronto', 'en-US')).toBeNull();
  });

  it('is said in the visitor’s own clock', () => {
    expect(ownTime(SEVEN_IN_BETHESDA, 'America/Chicago', 'en-US')).toMatch(/^6:00\sAM$/);
    expect(ownTime(SEVEN_IN_BETHESDA, 'Europe/Madrid', 'es-ES')).toBe('13:00');
  });

  it('names the day where it is another day there', () => {
    expect(ownTime(EVENING, 'Asia/Tokyo', 'en-US')).toMatch(/^Wed,? 7:30\sAM$/);
  });

  it('heeds a week in which one side has changed its clocks and the other has not', () => {
    expect(ownTime('2026-10-27T09:00-04:00', 'Europe/Madrid', 'es-ES')).toBe('14:00');
    expect(ownTime('2026-11-03T09:00-05:00', 'Europe/Madrid', 'es-ES')).toBe('15:00');
  });

  it('has a name in words', () => {
    expect(zoneName(SEVEN_IN_BETHESDA, 'America/Chicago', 'en-US')).toBe('Central Standard Time');
  });
});
