/** Saves what is written while the writer goes on: once after each pause, one saving at a time, the last words last. */
export class Autosave {
  private timer: ReturnType<typeof setTimeout> | undefined;
  private saving: Promise<void> | undefined;
  private again = false;

  /** `save` sends what stands in the form at that moment. */
  constructor(
    private readonly save: () => Promise<void>,
    private readonly pause = 1500,
  ) {}

  /** Something was typed or ticked. */
  touched(): void {
    this.stop();
    this.timer = setTimeout(() => void this.now(), this.pause);
  }

  /** Saves what waits no longer: the form itself is about to be sent. */
  stop(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
  }

  /** Settles when nothing is on its way any more. */
  async settled(): Promise<void> {
    this.again = false;
    while (this.saving) {
      await this.saving;
    }
  }

  /** Whether a saving is on its way. */
  get busy(): boolean {
    return this.saving !== undefined;
  }

  private async now(): Promise<void> {
    if (this.saving) {
      this.again = true;
      return;
    }
    this.saving = this.save().catch(() => undefined);
    await this.saving;
    this.saving = undefined;
    if (this.again) {
      this.again = false;
      this.touched();
    }
  }
}
