/** What is marked: a choice of the list, such as `scapula:R`, and how bad it is, 0 to 10. In the order of marking. */
export type Marks = ReadonlyMap<string, number>;

/** Where the slider stands before anybody has moved it. */
export const USUAL = 5;

/** The marks of a page, with every step back to the beginning. */
export class Drawing {
  #steps: Marks[] = [new Map()];

  /** What is marked now. */
  get marks(): Marks {
    return this.#steps[this.#steps.length - 1]!;
  }

  get canUndo(): boolean {
    return this.#steps.length > 1;
  }

  /** Marks a choice, or says anew how bad it is. The same again is no step. */
  mark(choice: string, intensity: number = USUAL): void {
    if (this.marks.get(choice) !== intensity) {
      this.#steps.push(new Map(this.marks).set(choice, intensity));
    }
  }

  /** Takes a mark away. */
  remove(choice: string): void {
    if (this.marks.has(choice)) {
      const next = new Map(this.marks);
      next.delete(choice);
      this.#steps.push(next);
    }
  }

  undo(): void {
    if (this.canUndo) {
      this.#steps.pop();
    }
  }

  /** Forgets everything, the steps too: what was cleared on a shared device does not come back. */
  start(marks: Marks = new Map()): void {
    this.#steps = [new Map(marks)];
  }
}

/** How bad a region is: as the worst of its choices; undefined when none of them is marked. */
export function worstOf(marks: Marks, choices: readonly string[]): number | undefined {
  const found = choices.flatMap((choice) => marks.get(choice) ?? []);
  return found.length === 0 ? undefined : Math.max(...found);
}

/** The pattern for an intensity, as the server draws it. */
export function levelOf(intensity: number): 'none' | 'mild' | 'moderate' | 'severe' {
  return intensity === 0 ? 'none' : intensity <= 3 ? 'mild' : intensity <= 6 ? 'moderate' : 'severe';
}

/** Marks, the worst first, else in the order of marking. */
export function worstFirst(marks: Marks): [string, number][] {
  return [...marks].sort(([, one], [, other]) => other - one);
}
