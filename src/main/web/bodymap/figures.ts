import { levelOf, worstOf, type Marks } from './drawing';
import type { Place } from './card';

type Region = { shape: SVGPathElement; badge: Element | null; place: Place };

/** The drawn views: what was touched on them, and the marks shown in them. */
export class Figures {
  readonly #regions: Region[];

  constructor(root: HTMLElement, touched: (place: Place, shape: SVGPathElement) => void) {
    this.#regions = [...root.querySelectorAll<SVGSVGElement>('.np-map__svg')].flatMap((svg) => {
      const badges = svg.querySelectorAll('.np-map__badge');
      return [...svg.querySelectorAll<SVGPathElement>('.np-map__region')].map((shape, at) => ({
        shape,
        badge: badges[at] ?? null,
        place: { label: shape.dataset['label'] ?? '', choices: (shape.dataset['zones'] ?? '').split(' ').filter(Boolean) },
      }));
    });
    for (const { shape, place } of this.#regions) {
      shape.addEventListener('click', () => touched(place, shape));
    }
  }

  /** Fills each region by the worst of its choices; the number stands for those who do not tell the patterns apart. */
  show(marks: Marks): void {
    for (const { shape, badge, place } of this.#regions) {
      const intensity = worstOf(marks, place.choices);
      shape.classList.toggle('np-map__region--marked', intensity !== undefined);
      shape.setAttribute('fill', intensity === undefined ? 'transparent' : `url(#np-map-${levelOf(intensity)})`);
      badge?.classList.toggle('np-map__badge--shown', intensity !== undefined);
      const number = badge?.querySelector('text');
      if (number) {
        number.textContent = intensity === undefined ? '' : String(intensity);
      }
    }
  }

  /** Draws a ring around the region that is asked about, in every view that has it. */
  choose(place: Place | null): void {
    for (const region of this.#regions) {
      region.shape.classList.toggle('np-map__region--chosen', place !== null && region.place === place);
    }
  }
}

/** The buttons that choose a view: one of four on a narrow screen, a pair on a wide one. */
export function tabs(root: HTMLElement): void {
  const buttons = [...root.querySelectorAll<HTMLButtonElement>('[data-show]')];
  for (const button of buttons) {
    button.addEventListener('click', () => {
      const [first = 'front'] = button.value.split(' ');
      root.dataset['view'] = first;
      for (const other of buttons) {
        other.setAttribute('aria-pressed', String(other.value.split(' ').includes(first)));
      }
    });
  }
}
