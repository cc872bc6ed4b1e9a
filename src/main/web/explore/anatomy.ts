import { boxOf, frameOf, middle, moved, zoomed } from './frame';

/** A press that moved more than this is a drag, not a touch. In pixels of the screen. */
const DRAG = 6;
const STEP = 1.5;
const WHEEL = 1.15;

/** Makes a figure answer: touch it to see what lies there, drag and zoom it. Everything here is in the lists too. */
export function anatomy(root: HTMLElement): void {
  const svg = root.querySelector<SVGSVGElement>('svg[data-box]');
  const form = root.querySelector<HTMLFormElement>('form[data-touch]');
  if (!svg || !form) {
    return;
  }
  const whole = frameOf(svg.dataset['box'] ?? '');
  let frame = whole;
  const show = (next: typeof frame): void => {
    frame = next;
    svg.setAttribute('viewBox', boxOf(frame));
  };

  zoomButtons(root, (act) =>
    show(act === 'whole' ? whole : zoomed(frame, whole, act === 'in' ? STEP : 1 / STEP, middle(frame))),
  );
  svg.addEventListener(
    'wheel',
    (event) => {
      if (event.ctrlKey || event.metaKey) {
        event.preventDefault();
        show(zoomed(frame, whole, event.deltaY < 0 ? WHEEL : 1 / WHEEL, placeOf(svg, event)));
      }
    },
    { passive: false },
  );

  let pressed: { x: number; y: number; dragged: boolean } | null = null;
  svg.addEventListener('pointerdown', (event) => {
    pressed = { x: event.clientX, y: event.clientY, dragged: false };
  });
  svg.addEventListener('pointermove', (event) => {
    name(root, event.target);
    if (!pressed || event.buttons === 0) {
      return;
    }
    const dx = event.clientX - pressed.x;
    const dy = event.clientY - pressed.y;
    if (pressed.dragged || Math.hypot(dx, dy) > DRAG) {
      const scale = frame.width / svg.getBoundingClientRect().width;
      show(moved(frame, whole, -dx * scale, -dy * scale));
      pressed = { x: event.clientX, y: event.clientY, dragged: true };
    }
  });
  svg.addEventListener('pointerup', (event) => {
    const touched = pressed && !pressed.dragged;
    pressed = null;
    if (touched) {
      touch(svg, form, event);
    }
  });
  svg.addEventListener('pointercancel', () => {
    pressed = null;
  });
}

function zoomButtons(root: HTMLElement, act: (what: string) => void): void {
  root.querySelector('.np-anatomy__zoom')?.removeAttribute('hidden');
  root.querySelectorAll<HTMLElement>('[data-zoom]').forEach((button) => {
    button.addEventListener('click', () => act(button.dataset['zoom'] ?? 'whole'));
  });
}

/** Where the pointer is, in mm of the view. */
function placeOf(svg: SVGSVGElement, event: MouseEvent): DOMPoint {
  return new DOMPoint(event.clientX, event.clientY).matrixTransform(svg.getScreenCTM()?.inverse());
}

function name(root: HTMLElement, under: EventTarget | null): void {
  const words = root.querySelector('[data-name]');
  if (words && under instanceof Element) {
    words.textContent = under.getAttribute('data-label') ?? '';
  }
}

/** Asks what lies at a point, and shows at once which structure it is. */
function touch(svg: SVGSVGElement, form: HTMLFormElement, event: PointerEvent): void {
  const { x, y } = placeOf(svg, event);
  const under = event.target instanceof Element ? event.target.closest<SVGPathElement>('[data-structure]') : null;
  svg.querySelector('[data-chosen]')?.setAttribute('d', under?.getAttribute('d') ?? '');
  const pin = svg.querySelector('[data-pin]');
  pin?.setAttribute('transform', `translate(${x.toFixed(0)} ${y.toFixed(0)})`);
  pin?.removeAttribute('data-off');
  fill(form, 'x', x.toFixed(1));
  fill(form, 'y', y.toFixed(1));
  fill(form, 'structure', under?.dataset['structure'] ?? '');
  form.requestSubmit();
}

function fill(form: HTMLFormElement, field: string, value: string): void {
  const input = form.elements.namedItem(field);
  if (input instanceof HTMLInputElement) {
    input.value = value;
  }
}
