/** Whoever shows what the server has. */
export interface Follower {
  /** Something has changed, or may have while nobody listened: ask again. */
  readonly changed: () => void;
  /** The sign-in has ended. */
  readonly ended: () => void;
  /** Whether changes are heard of as they happen; said again with every sign of life. */
  readonly live: (yes: boolean) => void;
}

const FIRST_PAUSE = 1_000;
const LONGEST_PAUSE = 60_000;
/** The server makes itself heard every fifteen seconds. After this long a connection is dead, as after a laptop slept. */
const SILENCE = 45_000;

/** Doubles from try to try; varied, so that the screens of a clinic do not all come back at once. */
export const pause = (failures: number, chance: number): number =>
  Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** (failures - 1)) * (0.75 + chance / 2);

/**
 * Listens to changes while the page is looked at. A connection that ends is opened again, and since a change may have
 * been missed meanwhile, each opening and each failure ask again too. A browser has few connections to one server, so a
 * hidden page gives its own back.
 */
export const follow = (address: string, follower: Follower): void => {
  let source: EventSource | undefined;
  let failures = 0;
  let silence = 0;
  let again = 0;
  let crowded = false;

  const stop = (): void => {
    source?.close();
    source = undefined;
    clearTimeout(silence);
    clearTimeout(again);
  };

  const failed = (): void => {
    const refused = source?.readyState === EventSource.CLOSED;
    stop();
    failures += 1;
    if (refused || failures > 1) {
      follower.live(false);
    }
    follower.changed();
    again = setTimeout(open, pause(failures, Math.random()));
  };

  const listen = (): void => {
    clearTimeout(silence);
    silence = setTimeout(failed, SILENCE);
  };

  const heard = (): void => {
    failures = 0;
    follower.live(true);
    listen();
  };

  /** Too many pages of this browser listen: this one waits until somebody turns to it again. */
  const askNowAndThen = (): void => {
    again = setTimeout(() => {
      follower.changed();
      askNowAndThen();
    }, LONGEST_PAUSE);
  };

  const open = (): void => {
    stop();
    crowded = false;
    source = new EventSource(address);
    source.addEventListener('open', () => {
      heard();
      follower.changed();
    });
    source.addEventListener('changed', () => {
      heard();
      follower.changed();
    });
    source.addEventListener('here', heard);
    source.addEventListener('ended', () => {
      stop();
      follower.ended();
    });
    source.addEventListener('crowded', () => {
      stop();
      crowded = true;
      follower.live(false);
      askNowAndThen();
    });
    source.addEventListener('error', failed);
    listen();
  };

  window.addEventListener('focus', () => crowded && open());
  document.addEventListener('visibilitychange', () => (document.hidden ? stop() : open()));
  if (!document.hidden) {
    open();
  }
};
