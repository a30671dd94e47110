// The text alone on the screen. Whoever leads the focus elsewhere sees the rest again.
export function fullScreen(box, back) {
  const isOn = () => box.classList.contains('gp-writing--full');
  const set = (isFull) => {
    box.classList.toggle('gp-writing--full', isFull);
    document.documentElement.classList.toggle('gp-is-covered', isFull);
    return true;
  };
  document.addEventListener('focusin', (e) => {
    if (isOn() && !box.contains(e.target) && !e.target.closest('dialog')) set(false);
  });
  return {
    isOn,
    toggle() {
      set(!isOn());
      back();
      return true;
    },
  };
}
