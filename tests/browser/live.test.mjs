// A meeting while it goes on: secretary and member in a browser each, the net that drops, and a page that catches up.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { startProgram } from './program.mjs';
import { launch, logIn, takePicture, tooWide, visitor } from './visitor.mjs';

let program;
let browser;
let meeting; // its address
const logins = {};
const people = { secretary: 'Marit Elveseterdal', member: 'Jorunn Meløysund', chair: 'Oddvar Grinderudli', other: 'Ánte Guhttorvárri' };

/** Ids of the people who can log in, by name; the log-in page has them in its forms. */
async function personIds() {
  const guest = await visitor(browser, program.address);
  await guest.open('/login');
  const rows = await guest.page.locator('.people__row').evaluateAll((all) => all.map((row) => [
    row.querySelector('.people__name').textContent, row.querySelector('input[name="personId"]').value]));
  await guest.close();
  return Object.fromEntries(rows);
}

/** A small council in a meeting under way, made through the same addresses as the forms have. */
async function convene() {
  const ids = await personIds();
  const clerk = await visitor(browser, program.address, { storage: await logIn(browser, program.address, 'Torunn Mjeldehaug') });
  await clerk.open('/bodies/new');
  const send = (path, body) => clerk.page.evaluate(async ([where, what]) => {
    const token = document.querySelector('input[name="csrfToken"]').value;
    const answer = await fetch(where, {
      method: 'POST', body: JSON.stringify(what),
      headers: { 'content-type': 'application/json', accept: 'application/json', 'x-csrf-token': token },
    });
    if (!answer.ok) {
      throw new Error(`${where}: ${await answer.text()}`);
    }
    return answer.headers.get('location');
  }, [path, body]);
  const get = async (path) => (await fetch(program.address + path)).json();

  const organisation = await clerk.page.locator('select[name="organisation"] option[value]:not([value=""])').first().getAttribute('value');
  await send('/bodies', { slug: 'proverad', nameNb: 'Prøveråd', nameNn: 'Prøveråd', kind: 'council', organisation, isOpen: true, themes: [],
    validFrom: '2024-01-01', adoptedBy: 'Prøven', mandate: '', profile: '' });
  const seats = {};
  for (const [who, role] of [['chair', 'chair'], ['member', 'member'], ['other', 'member'], ['secretary', 'secretary']]) {
    const made = await send('/bodies/proverad/appointments', { personId: ids[people[who]], role, validFrom: '2024-01-02', basis: 'Prøven' });
    seats[who] = made.split('/').at(-1);
  }
  const { id } = await get('/bodies/proverad.json');
  const soon = Date.now() + 60_000;
  meeting = await send('/meetings', { body: id, startsAt: new Date(soon).toISOString(), endsAt: new Date(soon + 3_600_000).toISOString(), place: 'Oslo', remoteUrl: '' });
  const item = (await send(`${meeting}/items`, { kind: 'other_business', title: 'Leirskole', text: '', papers: [], consent: '' })).split('/').at(-1);
  await send(`${meeting}/notice`, { consent: 'Alle er enige' });
  await send(`${meeting}/opening`, { chairedBy: seats.chair, present: Object.values(seats), remote: [] });
  for (const text of ['Vi bygger leirskole.', 'Vi bygger to leirskoler.']) {
    await send(`${meeting}/items/${item}/proposals`, { kind: 'counter_proposal', proposedBy: seats.member, points: [text], reason: '' });
  }
  await send(`${meeting}/live/item`, { item });
  await clerk.close();
}

before(async () => {
  program = await startProgram();
  browser = await launch();
  await convene();
  // The secretariat runs it: whoever has several roles acts in one of them at a time.
  for (const [who, name] of [['secretary', 'Torunn Mjeldehaug'], ['member', people.member], ['chair', people.chair]]) {
    logins[who] = await logIn(browser, program.address, name);
  }
});
after(async () => {
  await browser?.close();
  await program?.stop();
});

async function room(who, below, options = {}) {
  const visit = await visitor(browser, program.address, { storage: logins[who], ...options });
  const response = await visit.open(`${meeting}/live${below}`);
  assert.equal(response.status(), 200);
  return visit;
}
const says = (page, words) => page.locator('.live__state', { hasText: words }).waitFor();

test('a ballot is opened, voted in, closed, and everybody sees it without loading anything', async () => {
  const secretary = await room('secretary', '/secretary');
  const member = await room('member', '', { width: 390 });
  const chair = await room('chair', '', { width: 390 });
  const guest = await room(undefined, '/public');
  await Promise.all([secretary, member, chair, guest].map(({ page }) => says(page, 'Oppdateres direkte')));

  await secretary.page.getByRole('button', { name: 'Åpne avstemning' }).first().click();
  await member.page.getByRole('heading', { name: 'Din stemme' }).waitFor();
  await guest.page.locator('.live__part', { hasText: 'Avstemning pågår' }).waitFor();
  assert.deepEqual(await tooWide(member.page), []);
  await takePicture(member.page, 'output/live-member-vote-390.png');

  await member.page.getByRole('button', { name: 'For', exact: true }).click();
  await says(member.page, 'Registrert');
  await member.page.locator('.live__part', { hasText: 'Du har stemt: for' }).waitFor();
  await secretary.page.locator('.live__count', { hasText: /^1 av/ }).waitFor();
  await member.page.getByRole('button', { name: 'Mot', exact: true }).click();
  await member.page.locator('.live__part', { hasText: 'Du har stemt: mot' }).waitFor();
  await chair.page.getByRole('button', { name: 'Mot', exact: true }).click();
  await secretary.page.locator('.live__count', { hasText: /^2 av/ }).waitFor();
  await takePicture(secretary.page, 'output/live-secretary-ballot-1280.png');

  await secretary.page.getByRole('button', { name: 'Lukk og regn ut' }).click();
  await guest.page.locator('.live__part', { hasText: '0 for, 2 mot' }).waitFor();
  await member.page.locator('.live__part', { hasText: '0 for, 2 mot' }).waitFor();
  await takePicture(guest.page, 'output/live-public-1280.png');
  for (const visit of [secretary, member, chair, guest]) {
    assert.deepEqual(visit.complaints, []);
    await visit.close();
  }
});

test('a page that lost the net says so and catches up', async () => {
  const secretary = await room('secretary', '/secretary');
  const member = await room('member', '', { width: 390 });
  await says(member.page, 'Oppdateres direkte');
  await member.page.getByRole('button', { name: 'Be om innlegg' }).click();
  await member.page.getByRole('button', { name: 'Trekk innlegget' }).waitFor();
  await secretary.page.getByRole('button', { name: 'Gi ordet' }).waitFor();
  await says(member.page, 'Oppdateres direkte');
  await member.page.context().setOffline(true);
  await says(member.page, 'Frakoblet – prøver igjen');
  await takePicture(member.page, 'output/live-member-offline-390.png');

  await secretary.page.getByRole('button', { name: 'Gi ordet' }).first().click();
  await secretary.page.getByRole('button', { name: 'Ferdig' }).waitFor();
  assert.equal(await member.page.getByText('har ordet fra').count(), 0, 'nothing reached it');

  await member.page.context().setOffline(false);
  await says(member.page, 'Tilkoblet igjen');
  await member.page.locator('.live__part', { hasText: 'har ordet fra' }).first().waitFor();
  await member.close();
  await secretary.close();
});

test('a vote sent while the net is away is kept once it is back', async () => {
  const secretary = await room('secretary', '/secretary');
  const member = await room('member', '', { width: 390 });
  await says(member.page, 'Oppdateres direkte');
  await secretary.page.getByRole('button', { name: 'Åpne avstemning' }).last().click();
  await member.page.getByRole('heading', { name: 'Din stemme' }).waitFor();
  await member.page.context().setOffline(true);
  await says(member.page, 'Frakoblet');
  await member.page.getByRole('button', { name: 'For', exact: true }).click();
  await says(member.page, 'Ikke sendt ennå');
  await member.page.context().setOffline(false);
  await member.page.locator('.live__part', { hasText: 'Du har stemt: for' }).waitFor();
  await secretary.page.locator('.live__count', { hasText: /^1 av/ }).waitFor();
  await secretary.page.getByText('Avbryt avstemningen').click();
  await secretary.page.getByLabel('Hvorfor avbrytes den?').fill('Prøve');
  await secretary.page.getByRole('button', { name: 'Avbryt', exact: true }).click();
  await member.page.getByRole('heading', { name: 'Din stemme' }).waitFor({ state: 'detached' });
  await member.close();
  await secretary.close();
});

test('without JavaScript the same is done with forms that lead back to the page', async () => {
  const member = await room('member', '', { js: false, width: 390 });
  await member.page.getByRole('button', { name: 'Be om innlegg' }).click();
  await member.page.getByRole('button', { name: 'Trekk innlegget' }).waitFor();
  await member.page.getByRole('link', { name: 'Oppdater siden' }).click();
  await member.page.getByRole('button', { name: 'Trekk innlegget' }).click();
  await member.page.getByRole('button', { name: 'Be om innlegg' }).waitFor();
  assert.deepEqual(member.complaints, []);
  await member.close();
});
