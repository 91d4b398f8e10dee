// What the standards ask of a feed (RFC 4287) and a calendar (RFC 5545), as lists of what is wrong.
import ICAL from 'ical.js';

/** Parsed by the browser's own XML parser. */
export async function feedFaults(browser, text) {
  const page = await browser.newPage();
  try {
    return await page.evaluate(faultsOfFeed, text);
  } finally {
    await page.close();
  }
}

function faultsOfFeed(text) {
  const atom = 'http://www.w3.org/2005/Atom';
  const time = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/;
  const document = new DOMParser().parseFromString(text, 'application/xml');
  const faults = [];
  if (document.querySelector('parsererror')) {
    return ['not well-formed'];
  }
  const feed = document.documentElement;
  if (feed.localName !== 'feed' || feed.namespaceURI !== atom) {
    return ['the root is no atom:feed'];
  }
  const children = (parent, name) => [...parent.children].filter((child) => child.localName === name && child.namespaceURI === atom);
  const exactlyOne = (parent, where, name) => {
    const found = children(parent, name);
    if (found.length !== 1 || (!found[0].textContent.trim() && name !== 'title')) {
      faults.push(`${where}: ${found.length} ${name}`);
    }
    return found[0]?.textContent.trim() ?? '';
  };
  const check = (parent, where) => {
    const id = exactlyOne(parent, where, 'id');
    exactlyOne(parent, where, 'title');
    if (!time.test(exactlyOne(parent, where, 'updated'))) faults.push(`${where}: updated is no RFC 3339 time`);
    if (!/^[a-z][a-z0-9+.-]*:/i.test(id)) faults.push(`${where}: the id is no IRI: ${id}`);
    for (const link of children(parent, 'link')) {
      if (!link.getAttribute('href')) faults.push(`${where}: a link without href`);
    }
    return id;
  };
  check(feed, 'feed');
  const entries = children(feed, 'entry');
  const ids = entries.map((entry, index) => check(entry, `entry ${index}`));
  if (new Set(ids).size !== ids.length) faults.push('two entries have the same id');
  const hasAuthor = (parent) => children(parent, 'author').some((author) => children(author, 'name').length === 1);
  if (!hasAuthor(feed) && !entries.every(hasAuthor)) faults.push('neither the feed nor every entry has an author');
  for (const entry of entries) {
    const hasAlternate = children(entry, 'link').some((link) => (link.getAttribute('rel') ?? 'alternate') === 'alternate');
    if (!hasAlternate && children(entry, 'content').length === 0) faults.push('an entry has neither content nor alternate link');
  }
  if (entries.length === 0) faults.push('there are no entries');
  return faults;
}

/** Parsed by ical.js; the form of the lines is looked at here. */
export function calendarFaults(text) {
  const faults = [];
  if (!text.endsWith('\r\n') || /[^\r]\n/.test(text)) {
    faults.push('a line does not end with CRLF');
  }
  for (const line of text.split('\r\n')) {
    if (Buffer.byteLength(line) > 75) faults.push(`longer than 75 octets: ${line}`);
  }
  const calendar = new ICAL.Component(ICAL.parse(text));
  for (const name of ['version', 'prodid']) {
    if (!calendar.getFirstPropertyValue(name)) faults.push(`${name} is missing`);
  }
  const zones = new Set(calendar.getAllSubcomponents('vtimezone').map((zone) => zone.getFirstPropertyValue('tzid')));
  const events = calendar.getAllSubcomponents('vevent');
  if (events.length === 0) faults.push('there are no events');
  const seen = new Set();
  for (const event of events) {
    const uid = event.getFirstPropertyValue('uid');
    for (const name of ['uid', 'dtstamp', 'dtstart']) {
      if (!event.getFirstPropertyValue(name)) faults.push(`${name} is missing in ${uid}`);
    }
    if (seen.has(uid)) faults.push(`${uid} stands twice`);
    seen.add(uid);
    const zone = event.getFirstProperty('dtstart')?.getParameter('tzid');
    if (zone && !zones.has(zone)) faults.push(`${uid} uses ${zone}, which is not described`);
    const item = new ICAL.Event(event);
    if (item.endDate.compare(item.startDate) < 0) faults.push(`${uid} ends before it starts`);
  }
  return faults;
}
