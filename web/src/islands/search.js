// Answers under the search field while one types; arrow keys choose, Enter goes there, Escape closes.
const pause = 150;
const shortest = 2;

export function search(form) {
  const field = form.querySelector('input[name="q"]');
  const list = document.createElement('div');
  list.id = 'search-hits';
  list.className = 'search__hits';
  list.setAttribute('role', 'listbox');
  list.setAttribute('aria-label', field.getAttribute('aria-label'));
  list.hidden = true;
  form.append(list);
  for (const [name, value] of Object.entries({ role: 'combobox', 'aria-expanded': 'false', 'aria-controls': list.id,
    'aria-autocomplete': 'list' })) {
    field.setAttribute(name, value);
  }
  let asked = null;
  let timer;
  let chosen = -1;

  const show = (hits) => {
    list.replaceChildren(...hits.map((hit, index) => {
      const link = document.createElement('a');
      link.href = form.dataset.prefix + hit.path;
      link.id = `search-hit-${index}`;
      link.tabIndex = -1;
      link.setAttribute('role', 'option');
      link.textContent = hit.title;
      return link;
    }));
    chosen = -1;
    field.removeAttribute('aria-activedescendant');
    list.hidden = hits.length === 0;
    field.setAttribute('aria-expanded', String(!list.hidden));
  };
  const choose = (index) => {
    const { children } = list;
    children[chosen]?.setAttribute('aria-selected', 'false');
    chosen = (index + children.length) % children.length;
    children[chosen].setAttribute('aria-selected', 'true');
    field.setAttribute('aria-activedescendant', children[chosen].id);
  };
  const ask = async () => {
    asked?.abort();
    asked = new AbortController();
    const query = new URLSearchParams({ q: field.value.trim() });
    try {
      const answer = await fetch(`${form.action}?${query}`, { headers: { accept: 'application/json' }, signal: asked.signal });
      show(answer.ok ? ((await answer.json()).hits ?? []).slice(0, 7) : []);
    } catch {
      // A newer question has taken its place, or the net is away: the button still searches.
    }
  };

  field.addEventListener('input', () => {
    clearTimeout(timer);
    if (field.value.trim().length < shortest) {
      asked?.abort();
      show([]);
    } else {
      timer = setTimeout(ask, pause);
    }
  });
  field.addEventListener('keydown', (event) => {
    if (list.hidden) {
      return;
    }
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      choose(event.key === 'ArrowDown' ? chosen + 1 : Math.max(chosen, 0) - 1);
    } else if (event.key === 'Enter' && chosen >= 0) {
      event.preventDefault();
      list.children[chosen].click();
    } else if (event.key === 'Escape') {
      event.preventDefault();
      show([]);
    }
  });
  form.addEventListener('focusout', (event) => {
    if (!form.contains(event.relatedTarget)) {
      show([]);
    }
  });
}
