/** The part of a view that is shown, in mm. */
export interface Frame {
  x: number;
  y: number;
  width: number;
  height: number;
}

const MOST = 8;

/** `x y w h`, as a view box is written. */
export function frameOf(box: string): Frame {
  const [x = 0, y = 0, width = 1, height = 1] = box.split(' ').map(Number);
  return { x, y, width, height };
}

export function boxOf({ x, y, width, height }: Frame): string {
  return [x, y, width, height].map((value) => Math.round(value * 10) / 10).join(' ');
}

/** Larger (a factor over 1) or smaller about a point that stays where it is; never smaller than the whole figure. */
export function zoomed(frame: Frame, whole: Frame, factor: number, at: { x: number; y: number }): Frame {
  const width = Math.min(whole.width, Math.max(whole.width / MOST, frame.width / factor));
  const scale = width / frame.width;
  return within(
    {
      x: at.x - (at.x - frame.x) * scale,
      y: at.y - (at.y - frame.y) * scale,
      width,
      height: frame.height * scale,
    },
    whole,
  );
}

/** Moved by so many mm, as far as the figure goes. */
export function moved(frame: Frame, whole: Frame, dx: number, dy: number): Frame {
  return within({ ...frame, x: frame.x + dx, y: frame.y + dy }, whole);
}

export function middle(frame: Frame): { x: number; y: number } {
  return { x: frame.x + frame.width / 2, y: frame.y + frame.height / 2 };
}

function within(frame: Frame, whole: Frame): Frame {
  return {
    ...frame,
    x: Math.min(Math.max(frame.x, whole.x), whole.x + whole.width - frame.width),
    y: Math.min(Math.max(frame.y, whole.y), whole.y + whole.height - frame.height),
  };
}
