const TONES = [659.25, 880];
const SECONDS = 0.18;

/** Two soft tones, made by the browser itself. Nothing where sound is not allowed. */
export function chime(): void {
  if (typeof AudioContext === 'undefined') {
    return;
  }
  const audio = new AudioContext();
  TONES.forEach((tone, place) => {
    const start = audio.currentTime + place * SECONDS;
    const sound = audio.createOscillator();
    const volume = audio.createGain();
    sound.frequency.value = tone;
    volume.gain.setValueAtTime(0.12, start);
    volume.gain.exponentialRampToValueAtTime(0.001, start + SECONDS * 2);
    sound.connect(volume).connect(audio.destination);
    sound.start(start);
    sound.stop(start + SECONDS * 2);
  });
}
