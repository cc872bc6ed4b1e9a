import { createInterface } from 'node:readline';
import { fold, isPending } from '../../main/web/charting/fold';

/** Reads a session's entries from each line and writes what they come to, in the words of the server. */
const lines = createInterface({ input: process.stdin });
for await (const line of lines) {
  const session = fold(JSON.parse(line));
  const point = (it) => (it?.point ? [it.point.view, it.point.x, it.point.y, it.point.map] : null);
  const needles = session.needles.map((it) => [
    it.id, point(it.placement), it.where, it.redirections, it.twitches, it.familiarPain, it.bent, it.felt, it.borne, it.open,
    it.insertedAt, it.inSince, it.removedAt,
    it.again.map((again) => [again.id, again.insertedAt, again.inSince, again.removedAt]),
  ]);
  const devices = session.devices.map((it) => [it.id, it.last, it.complete, it.finished, it.handCount, it.pages, isPending(it)]);
  process.stdout.write(JSON.stringify([
    session.standing, needles, devices, session.retained, session.late, session.unwell, session.emergency,
    session.tray.length, session.pauses,
  ]) + '\n');
}
