/** Saves what is written while the writer goes on: once after each pause, one saving at a time, the last words last. */
export class Autosave {
  private timer: ReturnType<typeof setTimeout> | undefined;
  private saving: Promise<void> | undefined;
  private again = false;
  private waits = false;

  /**
   * `save` sends what stands in the form at that moment, and rejects when it did not arrive: then it is tried again until
   * it does.
   */
  constructor(
    private readonly save: () => Promise<void>,
    private readonly pause = 1500,
    private readonly retry = 5000,
  ) {}

  /** Something was typed or ticked. */
  touched(): void {
    this.waits = true;
    this.after(this.pause);
  }

  /** Saves what waits no longer: the form itself is about to be sent. */
  stop(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
  }

  /** Tries at once what could not be saved: the network is back. */
  hurry(): void {
    if (this.waits) {
      this.after(0);
    }
  }

  /** Settles when nothing is on its way any more. */
  async settled(): Promise<void> {
    this.again = false;
    while (this.saving) {
      await this.saving;
    }
    this.stop();
  }

  /** Whether a saving is on its way. */
  get busy(): boolean {
    return this.saving !== undefined;
  }

  /** Whether something was typed that the server does not have. */
  get unsaved(): boolean {
    return this.waits;
  }

  private after(wait: number): void {
    this.stop();
    this.timer = setTimeout(() => void this.now(), wait);
  }

  private async now(): Promise<void> {
    if (this.saving) {
      this.again = true;
      return;
    }
    this.waits = false;
    let arrived = true;
    this.saving = this.save().catch(() => {
      arrived = false;
    });
    await this.saving;
    this.saving = undefined;
    if (!arrived) {
      this.waits = true;
    }
    if (this.again) {
      this.again = false;
      this.touched();
    } else if (!arrived) {
      this.after(this.retry);
    }
  }
}
