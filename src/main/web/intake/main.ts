/** Signing by hand beside the typed name: the field appears only where a script can read it. */
import SignaturePad from 'signature_pad';
import { path } from './strokes';

for (const field of document.querySelectorAll<HTMLElement>('[data-sign]')) {
  const canvas = field.querySelector('canvas');
  const kept = field.querySelector<HTMLInputElement>('input[name="path"]');
  if (canvas && kept) {
    field.hidden = false;
    const pad = new SignaturePad(canvas, { minWidth: 1, maxWidth: 2.5 });
    const fit = () => {
      canvas.width = canvas.clientWidth;
      canvas.height = canvas.clientHeight;
      pad.clear();
      kept.value = '';
    };
    fit();
    new ResizeObserver(() => {
      if (canvas.width !== canvas.clientWidth) fit();
    }).observe(canvas);
    pad.addEventListener('endStroke', () => {
      kept.value = path(
        pad.toData().map((stroke) => stroke.points),
        { x: 600 / canvas.clientWidth, y: 200 / canvas.clientHeight },
      );
    });
    field.querySelector('[data-sign-clear]')?.addEventListener('click', () => {
      pad.clear();
      kept.value = '';
    });
  }
}
