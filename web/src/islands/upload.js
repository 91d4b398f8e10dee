// Shows how far the files have come. The answer is the page that would have come without this.
function progressOf(form) {
  const frame = document.createElement('div');
  frame.className = 'upload';
  const words = document.createElement('p');
  words.setAttribute('role', 'status');
  words.textContent = form.dataset.sending;
  const bar = document.createElement('progress');
  bar.max = 1;
  bar.setAttribute('aria-label', form.dataset.sending);
  frame.append(words, bar);
  form.append(frame);
  return { frame, words, bar };
}

export function upload(form, wake) {
  form.addEventListener('submit', (event) => {
    const hasFiles = [...form.querySelectorAll('input[type="file"]')].some((field) => field.files.length > 0);
    if (!hasFiles) {
      return;
    }
    event.preventDefault();
    form.querySelector('.upload')?.remove();
    const { frame, words, bar } = progressOf(form);
    const buttons = form.querySelectorAll('button[type="submit"]');
    const body = new FormData(form, event.submitter);
    const request = new XMLHttpRequest(); // fetch does not tell how much has been sent
    const failed = () => {
      words.textContent = form.dataset.failed;
      bar.remove();
      buttons.forEach((button) => button.removeAttribute('aria-disabled'));
    };
    request.upload.addEventListener('progress', (step) => {
      if (step.lengthComputable) {
        bar.value = step.loaded / step.total;
      }
    });
    request.addEventListener('load', () => {
      if (request.status < 400) {
        location.assign(request.responseURL);
        return;
      }
      const page = new DOMParser().parseFromString(request.responseText, 'text/html');
      const fresh = page.querySelector('main');
      if (!fresh) {
        failed();
        return;
      }
      frame.remove();
      form.closest('main').replaceWith(fresh);
      document.title = page.title;
      wake(fresh);
      fresh.querySelector('[autofocus]')?.focus();
    });
    request.addEventListener('error', failed);
    request.addEventListener('timeout', failed);
    buttons.forEach((button) => button.setAttribute('aria-disabled', 'true'));
    request.open('POST', event.submitter?.getAttribute('formaction') ?? form.getAttribute('action'));
    request.setRequestHeader('accept', 'text/html');
    request.send(body);
  });
}
