import type { Size } from './brush';
import { USUAL, type Feeling } from './feeling';
import type { Mode } from './figure';

/** The buttons that choose between touching, painting and erasing, the size of brush and eraser, and how what is painted feels. */
export class Brushbox {
  readonly #root: HTMLElement;
  readonly #changed: (feeling: Feeling) => void;
  mode: Mode = 'touch';
  size: Size = 'medium';

  /**
   * @param turned  another mode was chosen
   * @param changed what is painted feels otherwise
   */
  constructor(root: HTMLElement, turned: () => void, changed: (feeling: Feeling) => void) {
    this.#root = root;
    this.#changed = changed;
    this.#press('[data-map-mode]', (value) => {
      this.mode = value as Mode;
      root.dataset['mode'] = value;
      turned();
    });
    this.#press('[data-map-size]', (value) => {
      this.size = value as Size;
    });
    root.dataset['mode'] = this.mode;
    root.querySelector('[data-map-feeling]')?.addEventListener('change', () => this.#changed(this.feeling));
  }

  /** How the next stroke feels. */
  get feeling(): Feeling {
    const { intensity, quality, spreads } = this.#fields();
    return {
      intensity: Number(intensity?.value ?? USUAL.intensity),
      quality: quality?.value ?? '',
      spreads: spreads?.checked ?? false,
    };
  }

  /** Dips the brush into a feeling. */
  set feeling(feeling: Feeling) {
    const { intensity, quality, spreads } = this.#fields();
    if (intensity && quality && spreads) {
      intensity.value = String(feeling.intensity);
      quality.value = feeling.quality;
      spreads.checked = feeling.spreads;
    }
  }

  #fields() {
    return {
      intensity: this.#root.querySelector<HTMLSelectElement>('[data-brush=intensity]'),
      quality: this.#root.querySelector<HTMLSelectElement>('[data-brush=quality]'),
      spreads: this.#root.querySelector<HTMLInputElement>('[data-brush=spreads]'),
    };
  }

  /** Buttons of which one is pressed. */
  #press(selector: string, chosen: (value: string) => void): void {
    const buttons = [...this.#root.querySelectorAll<HTMLButtonElement>(selector)];
    for (const button of buttons) {
      button.addEventListener('click', () => {
        buttons.forEach((each) => each.setAttribute('aria-pressed', String(each === button)));
        chosen(button.value);
      });
    }
  }
}
