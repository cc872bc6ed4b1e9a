// Beside each time of the practice, the visitor's own where their clock shows another. The page itself always says the practice's.
import { ownTime, zoneName } from './zones';

const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
const language = document.documentElement.lang || 'en';

function addOwnTimes(page: Document): void {
  let first: string | null = null;
  for (const time of page.querySelectorAll<HTMLElement>('[data-at]')) {
    const at = time.dataset['at'] ?? '';
    const own = ownTime(at, zone, language);
    const template = time.closest<HTMLElement>('[data-own]')?.dataset['own'];
    if (own === null || template === undefined) {
      continue;
    }
    first ??= at;
    const words = page.createElement('span');
    words.className = 'np-own-time';
    words.textContent = template.replace('[time]', own);
    time.append(words);
  }
  const note = page.querySelector<HTMLElement>('[data-own-zone]');
  if (first !== null && note !== null) {
    note.textContent = (note.dataset['ownZone'] ?? '').replace('[zone]', zoneName(first, zone, language));
    note.hidden = false;
  }
}

if (zone) {
  addOwnTimes(document);
}
