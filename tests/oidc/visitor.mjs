// A browser without a window: keeps cookies for each place, follows nothing by itself.
export class Visitor {
  constructor() {
    this.places = new Map();
  }

  cookies(address) {
    const { origin } = new URL(address);
    if (!this.places.has(origin)) this.places.set(origin, new Map());
    return this.places.get(origin);
  }

  /** { status, headers, text, json, next, address, set }: next is where the answer leads, set the cookies' lines. */
  async open(address, { form, headers = {} } = {}) {
    const cookies = this.cookies(address);
    const sent = { Accept: 'text/html', ...headers };
    if (cookies.size > 0) sent.Cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await fetch(address, {
      method: form ? 'POST' : 'GET',
      body: form && new URLSearchParams(form),
      headers: sent,
      redirect: 'manual',
      signal: AbortSignal.timeout(10_000),
    });
    const set = answer.headers.getSetCookie();
    for (const line of set) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line);
      const expires = /expires=([^;]+)/i.exec(line);
      const isGone = /max-age=0/i.test(line) || (expires && Date.parse(expires[1]) < Date.now());
      if (isGone) cookies.delete(name);
      else cookies.set(name, value);
    }
    const text = await answer.text();
    const location = answer.headers.get('location');
    return {
      status: answer.status,
      headers: answer.headers,
      text,
      set,
      address,
      next: location && new URL(location, address).href,
      get json() {
        return JSON.parse(text);
      },
    };
  }

  /** Follows where answers lead until one does not, or leads to an address that begins with stop. */
  async follow(address, stop = '\0') {
    let answer = await this.open(address);
    for (let step = 0; answer.next && !answer.next.startsWith(stop); ++step) {
      if (step === 10) throw new Error(`no end of being sent on; now to ${answer.next}`);
      answer = await this.open(answer.next);
    }
    return answer;
  }
}

const entities = { amp: '&', quot: '"', lt: '<', gt: '>', '#39': "'", '#x27': "'" };

/** The text of an attribute as the browser reads it. */
export function unescaped(text) {
  return text.replace(/&(amp|quot|lt|gt|#39|#x27);/g, (_, name) => entities[name]);
}
