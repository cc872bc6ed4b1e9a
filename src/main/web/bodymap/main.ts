import { forget } from './keep';
import { paint } from './paint';

const maps = [...document.querySelectorAll<HTMLElement>('[data-bodymap]')].flatMap((root) => paint(root, sessionStorage) ?? []);

// Sent with the booking, or a page that must leave nothing behind: the tab forgets the drawing.
if (document.querySelector('[data-bodymap-sent]')) {
  forget(sessionStorage);
}

for (const control of document.querySelectorAll('[data-bodymap-clear]')) {
  control.addEventListener('click', () => {
    forget(sessionStorage);
    maps.forEach((map) => map.forget());
  });
}
