// Asks before a page with changed fields is left. A form that came back with faults is changed from the start.
export function guard(form) {
  let isChanged = Boolean(form.querySelector('[aria-invalid="true"]'));
  form.addEventListener('input', () => {
    isChanged = true;
  });
  form.addEventListener('submit', () => {
    isChanged = false;
  });
  window.addEventListener('beforeunload', (event) => {
    if (isChanged && form.isConnected) {
      event.preventDefault();
    }
  });
}
