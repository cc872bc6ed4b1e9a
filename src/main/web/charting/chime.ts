const TONES = [659.25, 880];
const SECONDS = 0.18;

let audio: AudioContext | undefined;

/** Two soft tones, made by the browser itself. Nothing where sound is not allowed. */
export function chime(): void {
  try {
    audio ??= new AudioContext();
    TONES.forEach((tone, place) => sound(audio as AudioContext, tone, place * SECONDS));
  } catch {
    // a chart without sound is still a chart
  }
}

function sound(context: AudioContext, tone: number, after: number): void {
  const start = context.currentTime + after;
  const oscillator = context.createOscillator();
  const volume = context.createGain();
  oscillator.frequency.value = tone;
  volume.gain.setValueAtTime(0.12, start);
  volume.gain.exponentialRampToValueAtTime(0.001, start + SECONDS * 2);
  oscillator.connect(volume).connect(context.destination);
  oscillator.start(start);
  oscillator.stop(start + SECONDS * 2);
}
