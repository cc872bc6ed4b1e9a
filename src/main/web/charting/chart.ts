import { html, render } from 'lit-html';
import { bar } from './bar';
import { card } from './card';
import { samePlace, type Catalogue, type Place } from './catalogue';
import { chime } from './chime';
import type { Entry, LedgerEvent } from './fold';
import { loadGate } from './gate';
import { menu } from './menu';
import { needles } from './needles';
import { notices, stored } from './notices';
import type { Acts, Gate, Given, Proposal, State, Tools } from './page';
import type { Replica } from './replica';
import { along, fault, insertions, like, placement, UNSET, type Settings } from './settings';
import { inBody, nextDue } from './timers';
import { uuid7 } from './ids';

const MINUTE = 60_000;

/** The living part of a session's page. */
export class Chart implements Acts {
  private chosen: Place | null = null;
  private gate: Gate = 'asking';
  private typed = '';
  private region = '';
  private settings: Settings = UNSET;
  private agoMinutes = 0;
  private fault = '';
  private inside = 0;
  private alarm: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly root: HTMLElement,
    private readonly replica: Replica,
    private given: Given,
    private catalogue: Catalogue | null,
    private readonly tools: Omit<Tools, 'acts' | 'muscle' | 'place'>,
    private readonly goTo: (address: string) => void,
  ) {
    this.inside = inBody(replica.session).length;
    root.replaceChildren();
  }

  /** Draws the page anew; says so aloud when the last needle has come out. */
  draw(): void {
    this.takeUpSettings();
    const inside = inBody(this.replica.session).length;
    if (this.inside > 0 && inside === 0) {
      chime();
    }
    this.inside = inside;
    const state = this.state();
    document.body.classList.toggle('np-nameless', state.link === 'signed-out');
    const tools: Tools = { ...this.tools, acts: this, muscle: (it) => this.name(it), place: (it) => this.placeName(it) };
    const open = state.session.standing === 'open' || state.session.standing === 'reopened';
    render(html`<div class="np-session__live" data-in-situ=${inside} data-used=${state.session.needles.length} data-unsent=${state.unsent.mine} data-link=${state.link}>
      ${bar(state, tools)}${notices(state, tools)}
      <div class="np-session__columns">${open ? html`${menu(state, tools)}${card(state, tools)}` : ''}${needles(state, tools)}</div>
      ${stored(state, tools)}
    </div>`, this.root);
    this.wakeAtNextDue(state);
  }

  /** The needle as it was last, here or by this practitioner, until somebody chooses. */
  private takeUpSettings(): void {
    if (this.settings === UNSET) {
      const last = this.replica.session.needles.findLast((it) => it.placement)?.placement ?? this.given.usual;
      this.settings = last ? like(last) : UNSET;
    }
  }

  private wakeAtNextDue({ session, now }: State): void {
    clearTimeout(this.alarm);
    const due = nextDue(session, now);
    if (due !== null) {
      this.alarm = setTimeout(() => {
        chime();
        this.draw();
      }, Math.min(due - now, 2 ** 30));
    }
  }

  private state(): State {
    const { replica } = this;
    return {
      session: replica.session, link: replica.link, refusal: replica.refusal, unsent: replica.unsent,
      offlineSince: replica.offlineSince, joined: replica.joined, now: replica.now(), today: this.tools.date(replica.now()),
      given: this.given, catalogue: this.catalogue, chosen: this.chosen, gate: this.gate, typed: this.typed,
      region: this.region, settings: this.settings, agoMinutes: this.agoMinutes, fault: this.fault,
      undoable: replica.lastTap() !== null,
    };
  }

  private name(id: string): string {
    return this.catalogue?.muscles.find((it) => it.id === id)?.name ?? id;
  }

  private placeName({ muscle, side }: Place): string {
    const name = this.name(muscle);
    return side === 'M' ? name : this.tools.say('charting.muscle.sided', name, this.tools.say(`charting.side.${side}`));
  }

  know(catalogue: Catalogue): void {
    this.catalogue = catalogue;
    this.draw();
  }

  chart(events: readonly LedgerEvent[]): void {
    if (events.length > 0) {
      void this.replica.tap(events, this.agoMinutes * MINUTE).catch(() => this.complain('charting.notKept'));
    }
  }

  private complain(key: string): void {
    this.fault = this.tools.say(key);
    this.draw();
  }

  retract(needle: string, kind?: string): void {
    const all = [...this.replica.all()];
    const retracted = new Set(all.flatMap((it) => (it.event.kind === 'entered-in-error' ? [it.event.event] : [])));
    const meant = (it: Entry): boolean => it.event.needle === needle && !retracted.has(it.id)
      && (kind === undefined || it.event.kind === kind);
    this.chart(all.filter(meant).map((it) => ({ kind: 'entered-in-error', event: it.id, reason: 'tapped by mistake' })));
  }

  undo(): void {
    const last = this.replica.lastTap();
    if (last) {
      this.chart([{ kind: 'entered-in-error', event: last.id, reason: 'undone' }]);
    }
  }

  private put(make: (place: Place, edition: string) => readonly LedgerEvent[], settings: Settings = this.settings): void {
    const wrong = fault(settings);
    this.fault = wrong === null ? '' : this.tools.say(`charting.error.${wrong}`, settings.depthMm ?? 0, settings.lengthMm ?? 0);
    if (wrong !== null || !this.chosen) {
      this.draw();
      return;
    }
    this.chart(make(this.chosen, this.catalogue?.edition ?? 'unknown'));
    this.settings = { ...this.settings, depthMm: null, site: null };
  }

  insert(count: number): void {
    this.put((place, edition) => insertions(this.settings, place, edition, count));
  }

  along(from: string, to: string, both: boolean): void {
    this.put((place, edition) => along(this.settings, place, edition, { from, to, both }));
  }

  asLastTime(proposal: Proposal): void {
    const settings = proposal.placement ? like(proposal.placement) : this.settings;
    this.settings = settings;
    this.put(
      (place, edition) => Array.from({ length: proposal.needles ?? 1 }, () =>
        ({ kind: 'inserted', needle: uuid7(), placement: placement(settings, place, edition) })),
      settings,
    );
  }

  choose(place: Place): void {
    this.chosen = { muscle: place.muscle, side: place.side };
    this.fault = '';
    this.draw();
    this.root.querySelector('#card')?.scrollIntoView({ block: 'nearest' });
    void this.ask();
  }

  /** Asks the gates about the chosen muscle; without a network the chart goes on, and says so. */
  private async ask(): Promise<void> {
    const place = this.chosen;
    const box = this.root.querySelector<HTMLElement>('#gate');
    if (!place || !box) {
      return;
    }
    this.turn('asking');
    const gate = await loadGate(box, this.tools.address, place, this.settings.technique ?? 'deep-static');
    if (samePlace(place, this.chosen)) {
      this.turn(gate);
    }
  }

  /** What the server answered to a word about what stood in the way. */
  turn(gate: Gate): void {
    this.gate = gate;
    if (gate === 'asking' || gate === 'unasked') {
      this.root.querySelector('#gate')?.replaceChildren();
    }
    this.draw();
  }

  search(typed: string): void {
    this.typed = typed;
    this.draw();
  }

  open(region: string): void {
    this.region = region;
    this.draw();
  }

  set(settings: Partial<Settings>): void {
    const asked = this.settings.technique === 'electrical-stimulation';
    this.settings = { ...this.settings, ...settings };
    const wrong = fault(this.settings);
    this.fault = wrong === 'depth' || wrong === 'depth-range'
      ? this.tools.say(`charting.error.${wrong}`, this.settings.depthMm ?? 0, this.settings.lengthMm ?? 0) : '';
    this.draw();
    if (asked !== (this.settings.technique === 'electrical-stimulation')) {
      void this.ask();
    }
  }

  when(agoMinutes: number): void {
    this.agoMinutes = agoMinutes;
    this.draw();
  }

  /** Every device gives what it has, then somebody counts. */
  close(): void {
    void this.replica.finish().then((arrived) => {
      if (arrived) {
        this.goTo(`${this.tools.address}/closure`);
      } else {
        this.complain('charting.close.offline');
      }
    });
  }

  keepPattern(name: string): void {
    const place = this.chosen;
    if (place && fault(this.settings) === null) {
      void this.turnPatterns('', { name, placement: placement(this.settings, place, this.catalogue?.edition ?? 'unknown') });
    }
  }

  dropPattern(id: string): void {
    void this.turnPatterns(`/${id}/dropped`, {});
  }

  private async turnPatterns(path: string, wish: object): Promise<void> {
    const left = await this.replica.exchange.patterns(this.tools.address, path, wish);
    if (left) {
      this.given = { ...this.given, patterns: left };
      this.draw();
    } else {
      this.complain('charting.pattern.offline');
    }
  }
}

