// Keeps a meeting's page current while it goes on: hears that something happened, fetches the part that shows it, and
// says so when the net is away. A vote sent meanwhile is sent again with the same key until the server has answered.
import { takeIcons } from './filter.js';

const pauseMax = 15_000;
const silenceMax = 50_000; // the server beats every 20 s; longer silence is a line that broke without a word

/** What somebody has typed or unfolded survives the new part, and so does their place. */
function carryOver(from, to) {
  const focused = from.contains(document.activeElement) ? document.activeElement : null;
  for (const field of from.querySelectorAll('input[type="text"], input[type="number"], textarea, select')) {
    const same = field.id && to.querySelector(`#${CSS.escape(field.id)}`);
    if (same && field.value !== field.defaultValue) {
      same.value = field.value;
    }
  }
  const nameOf = (one) => one.querySelector('summary')?.textContent;
  const unfolded = new Map([...to.querySelectorAll('details')].map((one) => [nameOf(one), one]));
  for (const one of from.querySelectorAll('details')) {
    const same = unfolded.get(nameOf(one));
    if (same) {
      same.open = one.open;
    }
  }
  return () => {
    const same = focused && (focused.id
      ? document.getElementById(focused.id)
      : [...to.querySelectorAll('button, summary, a')].find((one) => one.textContent === focused.textContent));
    same?.focus({ preventScroll: true });
  };
}

export function live(root, wake) {
  const words = root.dataset;
  const state = root.querySelector('.live__state');
  let newest = Number(words.newest);
  let stream = null;
  let isLost = false;
  let isStale = false;
  let isFetching = false;
  let pause = 1000;
  let retry;
  let watchdog;

  const say = (sentence, isBad = false) => {
    state.textContent = sentence;
    state.classList.toggle('live__state--bad', isBad);
  };

  const loseTouch = () => {
    clearTimeout(watchdog);
    clearTimeout(retry);
    stream?.close();
    stream = null;
    isLost = true;
    say(words.lost, true);
    retry = setTimeout(listen, pause);
    pause = Math.min(pause * 2, pauseMax);
  };

  const replace = (fresh) => {
    const old = root.querySelector('.live__part');
    const restore = carryOver(old, fresh);
    old.replaceWith(fresh);
    restore();
    wake(fresh);
    newest = Math.max(newest, Number(fresh.dataset.newest));
    if (fresh.dataset.said !== old.dataset.said) {
      say(fresh.dataset.said);
    }
  };

  /** The part as it is now in place of the old one; what happens while it is fetched is fetched after it. */
  const refresh = async () => {
    isStale = true;
    if (isFetching) {
      return;
    }
    isFetching = true;
    try {
      while (isStale) {
        isStale = false;
        const answer = await fetch(words.part, { headers: { accept: 'text/html' } });
        const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
        const fresh = page.querySelector('.live__part');
        if (!answer.ok || !fresh) {
          throw new Error(`${answer.status}`);
        }
        takeIcons(page);
        replace(fresh);
      }
    } catch {
      isStale = true;
      loseTouch();
    } finally {
      isFetching = false;
    }
  };

  function listen() {
    clearTimeout(retry);
    stream?.close();
    stream = new EventSource(`${words.events}?after=${newest}`);
    const heard = () => {
      clearTimeout(watchdog);
      watchdog = setTimeout(loseTouch, silenceMax);
    };
    stream.addEventListener('open', async () => {
      heard();
      pause = 1000;
      if (!isLost) {
        say(words.on);
        return;
      }
      isLost = false;
      await refresh();
      if (!isLost) {
        say(words.back);
        root.dispatchEvent(new Event('live:back'));
      }
    });
    stream.addEventListener('beat', heard);
    stream.addEventListener('changed', (event) => {
      heard();
      if (Number(event.lastEventId) > newest) {
        newest = Number(event.lastEventId);
        refresh();
      }
    });
    stream.addEventListener('error', loseTouch);
  }

  const rest = (milliseconds) => new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
    root.addEventListener('live:back', resolve, { once: true });
  });

  /** Sends a form until the server has said yes or no. The key in the form makes it count once. */
  const send = async (form, body) => {
    for (let wait = 1000; ; wait = Math.min(wait * 2, pauseMax)) {
      try {
        const answer = await fetch(form.action, { method: 'POST', body, headers: { accept: 'application/json' } });
        if (answer.ok) {
          await refresh();
          say(words.kept);
          return;
        }
        if (answer.status !== 429 && answer.status !== 503) {
          const { title, detail } = await answer.json();
          await refresh();
          say(`${title}. ${detail}`, true);
          return;
        }
      } catch {
        say(words.unsent, true);
      }
      await rest(wait);
    }
  };

  root.addEventListener('submit', (event) => {
    const form = event.target.closest('[data-live-send] form');
    if (!form) {
      return;
    }
    event.preventDefault();
    const body = new URLSearchParams(new FormData(form, event.submitter));
    for (const button of form.querySelectorAll('button')) {
      button.disabled = true;
    }
    say(words.sending);
    send(form, body);
  });
  window.addEventListener('offline', loseTouch);
  window.addEventListener('online', listen);
  window.addEventListener('pagehide', () => stream?.close());
  window.addEventListener('pageshow', (event) => event.persisted && listen());
  listen();
}
