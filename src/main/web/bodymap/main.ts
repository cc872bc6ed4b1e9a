import { forget } from './keep';
import { paint } from './paint';

const maps = [...document.querySelectorAll<HTMLElement>('[data-bodymap]')].flatMap((root) => paint(root, sessionStorage) ?? []);

// Sent with the booking, or a page that must leave nothing behind: the tab forgets the drawing.
if (document.querySelector('[data-bodymap-sent]')) {
  forget(sessionStorage);
}

// A page out of the browser's memory shows what was there before it was cleared elsewhere.
addEventListener('pageshow', ({ persisted }) => {
  if (persisted) {
    maps.forEach((map) => map.recall());
  }
});

for (const control of document.querySelectorAll('[data-bodymap-clear]')) {
  control.addEventListener('click', () => {
    forget(sessionStorage);
    maps.forEach((map) => map.forget());
  });
}
