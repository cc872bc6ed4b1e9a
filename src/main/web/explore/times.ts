/** The slider over the drawings of a patient moves the choice of one of them, and the choice moves the slider. */
export function times(root: HTMLElement): void {
  const slide = root.querySelector<HTMLInputElement>('[data-slide]');
  const choices = [...root.querySelectorAll<HTMLInputElement>('input[type=radio]')];
  if (!slide || choices.length < 2) {
    return;
  }
  slide.parentElement?.removeAttribute('hidden');
  const say = (): void => {
    const chosen = choices.find((choice) => choice.checked);
    if (chosen) {
      slide.value = chosen.value;
      slide.setAttribute('aria-valuetext', chosen.labels?.[0]?.textContent?.trim() ?? chosen.value);
    }
  };
  slide.addEventListener('input', () => {
    const choice = choices[Number(slide.value)];
    if (choice) {
      choice.checked = true;
      say();
    }
  });
  choices.forEach((choice) => choice.addEventListener('change', say));
  say();
}
