import { sameFeeling, USUAL, type Feeling } from './feeling';
import type { Ring } from './rings';

/** What is marked: a choice of the list, such as `scapula:R`, and how it feels. In the order of marking. */
export type Marks = ReadonlyMap<string, Feeling>;

/** A painted area of one view: its rings in mm, filled by the even-odd rule. */
export type Area = { readonly id: string; readonly view: string; readonly rings: readonly Ring[]; readonly feeling: Feeling };

/** All that somebody has marked and painted. */
export type Picture = { readonly marks: Marks; readonly areas: readonly Area[] };

export const BLANK: Picture = { marks: new Map(), areas: [] };

/** The picture of a page, with every step back to the beginning. */
export class Drawing {
  #steps: Picture[] = [BLANK];

  /** What is marked and painted now. */
  get picture(): Picture {
    return this.#steps[this.#steps.length - 1]!;
  }

  get canUndo(): boolean {
    return this.#steps.length > 1;
  }

  /** How a choice or an area feels; undefined when it is not marked. */
  feeling(key: string): Feeling | undefined {
    return this.picture.marks.get(key) ?? this.#area(key)?.feeling;
  }

  /** Marks a choice, or says anew how a choice or an area feels. The same again is no step. */
  mark(key: string, feeling: Feeling = USUAL): void {
    const now = this.feeling(key);
    if (now && sameFeeling(now, feeling)) {
      return;
    }
    const { marks, areas } = this.picture;
    this.#step(
      this.#area(key)
        ? { marks, areas: areas.map((area) => (area.id === key ? { ...area, feeling } : area)) }
        : { marks: new Map(marks).set(key, feeling), areas },
    );
  }

  /** Paints: the areas of the page are these now. */
  paint(areas: readonly Area[]): void {
    this.#step({ marks: this.picture.marks, areas });
  }

  /** Takes a mark or an area away. */
  remove(key: string): void {
    if (this.feeling(key)) {
      const { marks, areas } = this.picture;
      this.#step({ marks: new Map([...marks].filter(([choice]) => choice !== key)), areas: areas.filter(({ id }) => id !== key) });
    }
  }

  undo(): void {
    if (this.canUndo) {
      this.#steps.pop();
    }
  }

  /** Forgets everything, the steps too: what was cleared on a shared device does not come back. */
  start(picture: Picture = BLANK): void {
    this.#steps = [picture];
  }

  #area(key: string): Area | undefined {
    return this.picture.areas.find(({ id }) => id === key);
  }

  #step(picture: Picture): void {
    this.#steps.push(picture);
  }
}

/** Whether nothing is marked and nothing painted. */
export function isBlank({ marks, areas }: Picture): boolean {
  return marks.size === 0 && areas.length === 0;
}

/** Every key with how it feels, the worst first, else in the order of marking. */
export function worstFirst({ marks, areas }: Picture): [key: string, feeling: Feeling][] {
  const all: [string, Feeling][] = [...marks, ...areas.map(({ id, feeling }): [string, Feeling] => [id, feeling])];
  return all.sort(([, one], [, other]) => other.intensity - one.intensity);
}
