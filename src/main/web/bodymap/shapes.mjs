// Geometry of the paths in bodymap.json: `M x y l dx dy … z`, straight lines only.

/** The closed rings of a path, as lists of [x, y]. */
export function polygonsOf(path) {
  const rings = [];
  for (const [, start, lines] of path.matchAll(/M([^lMz]*)l?([^Mz]*)z?/g)) {
    let [x, y] = numbers(start);
    const ring = [[x, y]];
    const steps = numbers(lines);
    for (let i = 0; i + 1 < steps.length; i += 2) {
      x += steps[i];
      y += steps[i + 1];
      ring.push([x, y]);
    }
    rings.push(ring);
  }
  return rings;
}

function numbers(text) {
  return (text.match(/-?\d*\.?\d+/g) ?? []).map(Number);
}

/** The smallest box around rings. */
export function boxOf(rings) {
  const xs = rings.flat().map(([x]) => x);
  const ys = rings.flat().map(([, y]) => y);
  return { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) };
}

/** Whether a point lies inside, by the even-odd rule. */
export function inside(rings, [x, y]) {
  let odd = false;
  for (const ring of rings) {
    for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
      const [ax, ay] = ring[i];
      const [bx, by] = ring[j];
      if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) {
        odd = !odd;
      }
    }
  }
  return odd;
}

/** The point of a grid that lies farthest from every edge: where a number can stand. */
export function middleOf(rings) {
  const { left, right, top, bottom } = boxOf(rings);
  const step = Math.max(2, Math.min(right - left, bottom - top) / 24);
  let best = [(left + right) / 2, (top + bottom) / 2];
  let farthest = -1;
  for (let y = top + step / 2; y < bottom; y += step) {
    for (let x = left + step / 2; x < right; x += step) {
      const distance = inside(rings, [x, y]) ? toEdge(rings, [x, y]) : -1;
      if (distance > farthest) {
        farthest = distance;
        best = [x, y];
      }
    }
  }
  return best.map((n) => Math.round(n * 10) / 10);
}

function toEdge(rings, [x, y]) {
  let nearest = Infinity;
  for (const ring of rings) {
    for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
      const [ax, ay] = ring[i];
      const [bx, by] = ring[j];
      const length = (bx - ax) ** 2 + (by - ay) ** 2;
      const along = length === 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / length));
      nearest = Math.min(nearest, Math.hypot(x - ax - along * (bx - ax), y - ay - along * (by - ay)));
    }
  }
  return nearest;
}
