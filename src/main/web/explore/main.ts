import { anatomy } from './anatomy';
import { times } from './times';

for (const root of document.querySelectorAll<HTMLElement>('[data-anatomy]')) {
  anatomy(root);
}

document.querySelectorAll<HTMLElement>('[data-times]').forEach(times);

// Another view came in: it is a figure like the first.
document.addEventListener('htmx:afterSwap', (event) => {
  const target = event.target;
  if (target instanceof HTMLElement && target.id === 'figure') {
    target.querySelectorAll<HTMLElement>('[data-anatomy]').forEach(anatomy);
  }
});
