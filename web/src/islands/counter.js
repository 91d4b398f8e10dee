// How many letters are left in the field above. Said aloud only when the typing rests.
export function counter(words) {
  const field = words.parentElement.querySelector('textarea, input');
  const { lengthMax, left, over } = words.dataset;
  const spoken = document.createElement('span');
  spoken.className = 'ds-sr-only';
  spoken.setAttribute('role', 'status');
  const shown = document.createElement('span');
  shown.setAttribute('aria-hidden', 'true');
  words.append(shown, spoken);
  let rest;

  const count = () => {
    const room = Number(lengthMax) - [...field.value].length;
    shown.textContent = room < 0 ? `${-room} ${over}` : `${room} ${left}`;
    words.classList.toggle('counter--over', room < 0);
    clearTimeout(rest);
    rest = setTimeout(() => {
      spoken.textContent = document.activeElement === field ? shown.textContent : '';
    }, 1000);
  };
  field.addEventListener('input', count);
  count();
  words.hidden = false;
}
