// Shows a municipality's name and value beside the pointer; without it the <title> of each shape does, a little later.
export function map(figure) {
  const label = figure.querySelector('.map__label');
  const words = new WeakMap();
  for (const shape of figure.querySelectorAll('.map__shapes > *')) {
    const title = shape.querySelector('title');
    words.set(shape, title?.textContent ?? '');
    title?.remove(); // or the browser's own label comes too
  }
  let pointedAt = null;

  const leave = () => {
    pointedAt?.classList.remove('is-pointed-at');
    pointedAt = null;
    label.hidden = true;
  };
  const point = (event) => {
    const shape = event.target.closest('.map__shapes > *');
    if (shape !== pointedAt) {
      leave();
    }
    if (!shape) {
      return;
    }
    pointedAt = shape;
    shape.classList.add('is-pointed-at');
    label.textContent = words.get(shape);
    label.hidden = false;
    const frame = figure.getBoundingClientRect();
    const room = frame.width - label.offsetWidth;
    label.style.left = `${Math.max(0, Math.min(event.clientX - frame.left + 14, room))}px`;
    label.style.top = `${event.clientY - frame.top + 18}px`;
  };
  figure.addEventListener('pointermove', point);
  figure.addEventListener('pointerdown', point);
  figure.addEventListener('pointerleave', leave);
}
