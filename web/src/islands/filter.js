// Asks for the page again while a filter is being filled in, and puts the new <main> in place of the old one.
// The address follows, so that a filter can be shared; the button still works as it does without this.
const pause = 300;

/** Words and place of the cursor, so that nobody is thrown out of the field they type in. */
function carryFocus(from, to) {
  const field = from.contains(document.activeElement) ? document.activeElement : null;
  const same = field?.id ? to.querySelector(`#${CSS.escape(field.id)}`) : null;
  return () => {
    if (!same) {
      return;
    }
    same.focus({ preventScroll: true });
    if (field.type === 'text' || field.type === 'search') {
      same.value = field.value;
      same.setSelectionRange(field.selectionStart, field.selectionEnd);
    }
  };
}

/** Icons that only the new list uses are added to the sprite. */
export function takeIcons(page) {
  const sprite = document.querySelector('.sprite');
  for (const symbol of page.querySelectorAll('.sprite > symbol')) {
    if (!document.getElementById(symbol.id)) {
      sprite?.append(symbol);
    }
  }
}

function announce(words) {
  let status = document.getElementById('status');
  if (!status) {
    status = document.createElement('p');
    status.id = 'status';
    status.className = 'ds-sr-only';
    status.setAttribute('role', 'status');
    document.body.append(status);
  }
  status.textContent = '';
  setTimeout(() => {
    status.textContent = words;
  }, 50);
}

export function filter(form, wake) {
  let asked = null;
  let timer;

  const ask = async () => {
    const query = new URLSearchParams([...new FormData(form)].filter(([, value]) => value !== ''));
    const path = form.getAttribute('action');
    const address = query.size ? `${path}?${query}` : path;
    const main = form.closest('main');
    asked?.abort();
    asked = new AbortController();
    main.setAttribute('aria-busy', 'true');
    let answer;
    let text;
    try {
      answer = await fetch(address, { headers: { accept: 'text/html' }, signal: asked.signal });
      text = await answer.text();
    } catch (fault) {
      if (fault.name !== 'AbortError') {
        main.removeAttribute('aria-busy'); // The net is away; the button tries again.
      }
      return;
    }
    const page = new DOMParser().parseFromString(text, 'text/html');
    const fresh = page.querySelector('main');
    if (!answer.ok || !fresh) {
      location.assign(address);
      return;
    }
    takeIcons(page);
    const restore = carryFocus(main, fresh);
    main.replaceWith(fresh);
    restore();
    history.replaceState(null, '', address);
    document.title = page.title;
    announce(form.dataset.announce);
    wake(fresh);
  };

  form.addEventListener('input', (event) => {
    clearTimeout(timer);
    const isTyped = event.target.matches('input:not([type="checkbox"], [type="radio"])');
    timer = setTimeout(ask, isTyped ? pause : 0);
  });
  form.addEventListener('submit', () => clearTimeout(timer));
}
