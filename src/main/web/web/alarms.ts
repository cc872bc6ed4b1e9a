interface Alarm {
  readonly text: string;
  readonly where: string;
}

const EVERY = 20_000;

/** Asks every twenty seconds what every screen must say at once; the page that can do something about it says so itself. */
export function watchAlarms(page: Document): void {
  const place = page.getElementById('alarms');
  const source = place?.dataset['source'];
  if (!place || !source) {
    return;
  }
  const look = async (): Promise<void> => {
    if (page.visibilityState !== 'visible') {
      return;
    }
    const answer = await fetch(source, { redirect: 'manual', headers: { Accept: 'application/json', 'X-Unattended': 'true' } }).catch(() => null);
    if (answer?.ok) {
      show(place, ((await answer.json()) as readonly Alarm[]).filter((it) => it.where !== location.pathname));
    }
  };
  void look();
  setInterval(() => void look(), EVERY);
}

/** Changes nothing where nothing changed: a screen reader would say it again. */
function show(place: HTMLElement, alarms: readonly Alarm[]): void {
  const said = alarms.map((it) => it.text).join('\n');
  if (place.dataset['said'] === said) {
    return;
  }
  place.dataset['said'] = said;
  place.hidden = alarms.length === 0;
  place.replaceChildren(...alarms.map(({ text, where }) => {
    const line = document.createElement('a');
    line.className = 'np-alarms__line';
    line.href = where;
    line.textContent = text;
    return line;
  }));
}
