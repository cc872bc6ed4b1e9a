import '@event-calendar/core/index.css';
import { createCalendar, Interaction, ResourceTimeGrid, TimeGrid, type Calendar } from '@event-calendar/core';
import { csrfHeader } from '../web/csrf';
import { closed, columns, dayOf, minutesBetween, timeOf, type Column, type Line } from './board';
import { follow } from './live';

const grid = document.getElementById('cal-grid');
const looks = document.getElementById('cal-looks');
const LOOK = 'np-cal-look';

const list = (): HTMLElement | null => document.getElementById('cal-list');

/** Of what is shown. The page's own address may be that of a form that was refused. */
const address = (): URL => new URL(list()?.dataset['address'] ?? '', location.href);

const element = (tag: string, name: string, text: string): HTMLElement => {
  const made = document.createElement(tag);
  made.className = name;
  made.textContent = text;
  return made;
};

const isShort = (line: Line): boolean => minutesBetween(new Date(line.start), new Date(line.end)) < 40;

const event = (column: Column, line: Line): Calendar.EventInput => ({
  id: line.id,
  start: line.start,
  end: line.end,
  resourceIds: [column.resource],
  title: line.name,
  editable: line.movable,
  classNames: ['np-cal-event', `np-cal-event--${line.kind === 'block' ? 'block' : line.state}`, ...(isShort(line) ? ['np-cal-event--short'] : [])],
  extendedProps: { line },
});

const shade = (column: Column, begins: string, ends: string): Calendar.EventInput[] =>
  closed(begins, ends, column.hours).map(([from, to], at) => ({
    id: `closed-${column.resource}-${column.day}-${at}`,
    start: `${column.day}T${from}`,
    end: to === '24:00' ? `${column.day}T23:59:59` : `${column.day}T${to}`,
    resourceIds: [column.resource],
    display: 'background',
    classNames: ['np-cal-closed'],
  }));

const events = (shown: Column[], data: DOMStringMap): Calendar.EventInput[] =>
  shown.flatMap((column) => [
    ...shade(column, data['begins'] ?? '08:00', data['ends'] ?? '18:00'),
    ...column.lines.filter((line) => !line.gone).map((line) => event(column, line)),
  ]);

const content = ({ event: shown, timeText }: Calendar.EventContentInfo): Calendar.Content | undefined => {
  const line = shown.extendedProps['line'] as Line | undefined;
  if (!line) {
    return undefined;
  }
  const name = element(line.href ? 'a' : 'strong', 'np-cal-event__name', line.name);
  if (line.href) {
    name.setAttribute('href', line.href);
  }
  const nodes = [element('span', 'np-cal-event__time', timeText), name];
  // what is unusual comes first: the foot of a short visit is cut off
  if (line.note) {
    nodes.push(element('span', 'np-cal-event__note', line.note));
  }
  if (line.what) {
    nodes.push(element('span', 'np-cal-event__what', line.what));
  }
  return { domNodes: nodes };
};

/** The grid is a drawing of the list: what it says it is to a screen reader would not be true. Its links are links. */
const plain = (place: ParentNode): void => {
  for (const part of place.querySelectorAll('.ec, .ec [role]:not(.ec-event), .ec aside')) {
    if (part.getAttribute('role') !== 'none') {
      part.setAttribute('role', 'none');
    }
  }
  for (const part of place.querySelectorAll('.ec *')) {
    for (const name of part.getAttributeNames().filter((each) => /^aria-(col|row)/.test(each))) {
      part.removeAttribute(name);
    }
  }
  for (const part of place.querySelectorAll('.ec-event')) {
    part.removeAttribute('tabindex');
    part.removeAttribute('role');
  }
};

/** The library draws its parts when it likes; each time they are made plain before anybody can read them. */
const stayPlain = (place: HTMLElement): void => {
  plain(place);
  new MutationObserver(() => plain(place)).observe(place, {
    subtree: true,
    childList: true,
    attributeFilter: ['role', 'tabindex', 'aria-colindex', 'aria-rowindex', 'aria-colcount', 'aria-rowcount'],
  });
};

const say = (page: ParentNode): void => {
  const said = page.querySelector('#cal-said');
  document.getElementById('cal-said')?.replaceChildren(...(said ? [...said.childNodes] : []));
};

const complain = (text: string): void => {
  const toast = element('div', 'np-cal__toast np-cal__toast--refused', '');
  toast.append(element('p', '', text));
  document.getElementById('cal-said')?.replaceChildren(toast);
};

/** As HTML, but for the proofs of its forms, which are others each time. */
const words = (shown: Element): string => shown.outerHTML.replace(/<input[^>]*name="_csrf"[^>]*>/g, '');

const parse = (html: string): Document => new DOMParser().parseFromString(html, 'text/html');

const start = (place: HTMLElement): void => {
  const data = list()?.dataset ?? {};
  const week = data['week'] === 'true';
  const by = data['by'] ?? 'practitioner';
  let shown = columns(list() ?? document);

  const draw = (page: ParentNode): void => {
    const fresh = page.querySelector('#cal-list');
    const old = list();
    const late = page.querySelector('#cal-late');
    if (late) {
      document.getElementById('cal-late')?.replaceChildren(...late.childNodes);
    }
    if (fresh && old && fresh !== old) {
      fresh.className = old.className;
      if (words(fresh) === words(old)) {
        return; // whoever is in the list with the keyboard stays there
      }
      old.replaceWith(fresh);
    }
    shown = columns(list() ?? document);
    calendar.setOption('resources', resources());
    calendar.setOption('events', events(shown, data));
  };

  const resources = (): Calendar.ResourceInput[] =>
    week ? [] : shown.map((column) => ({ id: column.resource, title: column.name }));

  /** The server decides. Whatever it says is shown; when it refuses, everything stays where it was. */
  const send = async (moved: Calendar.Event, to: Calendar.Resource | undefined, revert: () => void): Promise<void> => {
    const line = moved.extendedProps['line'] as Line;
    const form = new URLSearchParams(address().search);
    form.set('from', 'grid');
    form.set('version', line.version);
    form.set('date', dayOf(moved.start));
    form.set('time', timeOf(moved.start));
    form.set('minutes', String(minutesBetween(moved.start, moved.end)));
    if (to && to.id !== '') {
      form.set(by, to.id);
    }
    const proof = csrfHeader(document);
    try {
      const answer = await fetch(`${line.href ?? ''}/place`, {
        method: 'POST',
        body: form,
        headers: proof ? { [proof.name]: proof.token } : {},
      });
      const page = parse(await answer.text());
      if (answer.ok || answer.status === 409 || answer.status === 422) {
        if (!answer.ok) {
          revert();
        }
        say(page);
        draw(page);
      } else {
        revert();
        await lost();
      }
    } catch {
      revert();
      await lost();
    }
  };

  /** The answer is lost, not necessarily the change. */
  const lost = async (): Promise<void> => {
    const found = await refresh();
    complain((found ? place.dataset['unsure'] : place.dataset['lost']) ?? '');
  };

  let seen = new Date();
  const clock = new Intl.DateTimeFormat(place.dataset['lang'], { hour: 'numeric', minute: '2-digit' });
  const stale = document.getElementById('cal-stale');

  /** Changes are not heard of: the page says of when it is. */
  const tellAge = (now: boolean): void => {
    if (stale) {
      stale.hidden = !now;
      stale.querySelector('[data-seen]')?.replaceChildren(clock.format(seen));
    }
  };

  /** Whether the server answered. */
  const refresh = async (): Promise<boolean> => {
    try {
      const answer = await fetch(address(), { headers: { 'X-Unattended': 'true' } });
      const page = parse(await answer.text());
      if (answer.ok && page.querySelector('#cal-list')) {
        seen = new Date();
        tellAge(stale?.hidden === false);
        if (place.querySelector('.ec-ghost, .ec-dragging')) {
          soon(); // not under somebody's hand
        } else {
          draw(page);
        }
        return true;
      }
      if (answer.status < 500 && answer.status !== 429) {
        location.replace(address()); // nobody is signed in here any more, or the screen is locked
      }
    } catch {
      // asked again with the next change, or when the connection is back
    }
    return false;
  };

  let waiting = 0;
  const soon = (): void => {
    clearTimeout(waiting);
    waiting = setTimeout(() => void refresh(), 250);
  };

  const book = (at: Date, resource: Calendar.Resource | undefined): void => {
    const query = new URLSearchParams({ date: dayOf(at), time: timeOf(at) });
    const id = resource?.id ?? shown[0]?.resource ?? '';
    if (id !== '') {
      query.set(by, id);
    }
    location.assign(`${place.dataset['book'] ?? ''}?${query}`);
  };

  const may = place.dataset['may'] === 'true';
  const calendar = createCalendar(place, [week ? TimeGrid : ResourceTimeGrid, Interaction], {
    view: week ? 'timeGridWeek' : 'resourceTimeGridDay',
    date: data['day'] ?? '',
    firstDay: 1,
    headerToolbar: { start: '', center: '', end: '' },
    locale: place.dataset['lang'] ?? 'en',
    timeZone: data['offset'] ?? 'local',
    allDaySlot: false,
    slotMinTime: data['begins'] ?? '08:00',
    slotMaxTime: data['ends'] ?? '18:00',
    slotDuration: '00:15',
    slotLabelInterval: '01:00',
    slotHeight: 22,
    snapDuration: '00:05',
    nowIndicator: true,
    slotEventOverlap: false,
    dayHeaderFormat: { weekday: 'short', day: 'numeric', month: 'short' },
    editable: false,
    eventStartEditable: may,
    eventDurationEditable: may,
    pointer: may,
    longPressDelay: 400,
    resources: resources(),
    events: events(shown, data),
    eventContent: content,
    eventClick: ({ event: clicked, jsEvent }) => {
      const href = (clicked.extendedProps['line'] as Line | undefined)?.href;
      if (href && !(jsEvent.target instanceof Element && jsEvent.target.closest('a'))) {
        location.assign(href);
      }
    },
    eventDrop: (info) => void send(info.event, info.newResource, info.revert),
    eventResize: (info) => void send(info.event, undefined, info.revert),
    ...(may ? { dateClick: (info: Calendar.DateClickInfo) => book(info.date, info.resource) } : {}),
  });
  stayPlain(place);

  follow(place.dataset['changes'] ?? '', {
    changed: soon,
    // what is on the screen is nobody's any more
    ended: () => location.replace(address()),
    live: (yes) => {
      if (yes) {
        seen = new Date();
      }
      tellAge(!yes);
    },
  });
};

const look = (chosen: string): void => {
  if (!grid) {
    return;
  }
  grid.hidden = chosen !== 'grid';
  list()?.classList.toggle('np-cal__list--hidden', chosen === 'grid');
  for (const button of looks?.querySelectorAll('button') ?? []) {
    button.setAttribute('aria-pressed', String(button.value === chosen));
  }
};

if (grid && looks) {
  looks.hidden = false;
  looks.addEventListener('click', ({ target }) => {
    const button = target instanceof Element ? target.closest('button') : null;
    if (button) {
      sessionStorage.setItem(LOOK, button.value);
      look(button.value);
    }
  });
  look(sessionStorage.getItem(LOOK) ?? (window.matchMedia('(min-width: 48em)').matches ? 'grid' : 'list'));
  start(grid);
}
