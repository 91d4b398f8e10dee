// The steps of a case that secretary and chair take in every body: announce, call, open, treat, publish.
export const dayMs = 24 * 60 * 60 * 1000;
const inOslo = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Oslo', dateStyle: 'short' });

/** The date so many days from now, as a form takes it: "2026-03-04". */
export const dayIn = (days) => inOslo.format(new Date(Date.now() + days * dayMs));

/** The address of the page the clerk stands at, without host and query. */
export const placeOf = ({ page }) => new URL(page.url()).pathname;

/** Plans the case through the stops { body, days } and tells those it concerns; gives the address of the case. */
export async function announce(secretary, matter, stops) {
  await secretary.go('/cases');
  await secretary.follow('Planlegg en sak');
  await secretary.fill({
    'Tittel': matter.title, 'Sammendrag': matter.summary, 'Saken er av sentral strategisk betydning': true,
    ...Object.fromEntries(matter.points.map((point, index) => [`Punkt ${index + 1}`, point])),
    ...Object.fromEntries(stops.map(({ body }, index) => [`Organ ${index + 1}`, body])),
    ...Object.fromEntries(stops.map(({ days }, index) => [`Planlagt møtedato #${index + 1}`, dayIn(days)])),
    'Fremmet for': stops.find(({ isPolitical }) => isPolitical).body, 'Hvem 1': 'Hele kommunal sektor',
  });
  await secretary.press('Planlegg saken');
  await secretary.picture('planlagt');
  await secretary.follow('Varsle dem saken gjelder');
  await secretary.press('Send varsel');
  await secretary.press('Start forberedelsen');
  return placeOf(secretary);
}

/** Plans the meeting of a stop with the case on its agenda, sends the notice, and gives the meeting's address. */
export async function callMeeting(secretary, { body, days }, title) {
  await secretary.go('/meetings');
  await secretary.follow('Planlegg møte');
  await secretary.fill({ 'Organ': body, 'Starter': `${dayIn(days)}T10:00`, 'Slutter': `${dayIn(days)}T12:00`, 'Sted': 'Oslo' });
  await secretary.press('Planlegg møte');
  const meeting = placeOf(secretary);
  await secretary.follow('Endre sakslisten');
  const choice = await secretary.page.locator('option', { hasText: title }).first().innerText();
  await secretary.fill({ 'Type sak': 'Sak', 'Sak': choice });
  await secretary.press('Sett opp saken');
  await secretary.go(meeting);
  await secretary.follow('Send innkalling');
  await secretary.press('Send innkalling');
  await secretary.picture('innkalt');
  return meeting;
}

/** Opens the meeting with everybody there but the one named as absent. */
export async function openMeeting(secretary, meeting, { absent } = {}) {
  await secretary.go(meeting);
  await secretary.follow('Åpne møtet');
  await secretary.tickAll('Til stede i rommet');
  if (absent) {
    await secretary.page.getByRole('group', { name: 'Til stede i rommet' }).getByLabel(absent).uncheck();
  }
  await secretary.press('Åpne møtet');
}

/** Votes on the case's proposal by the way given, and gives the address of the page where its outcome is entered. */
export async function voteOnProposal(secretary, vote, name) {
  await secretary.follow('Behandle saken');
  const treatment = placeOf(secretary);
  await secretary.follow('Stem over forslaget');
  await vote(secretary);
  await secretary.picture(`stemt-${name}`);
  await secretary.go(treatment);
  return treatment;
}

/** Enters the outcome and closes the meeting with a draft of its minutes. */
export async function conclude(secretary, outcome) {
  await secretary.fill({ 'Utfall': outcome });
  await secretary.press('Før utfallet');
  await secretary.press('Hev møtet');
  await secretary.press('Lag utkast til protokoll');
}

/** The chair approves, signs and publishes: the minutes are then what happened. */
export async function publish(chair, { body }, meeting) {
  await chair.go('/me');
  const role = chair.page.getByRole('row', { name: `leder, ${body}` });
  if (!(await role.innerText()).includes('I bruk nå')) {
    await chair.press('Bruk denne rollen', { within: role });
  }
  await chair.go(`${meeting}/minutes`);
  await chair.press('Godkjenn protokollen');
  await chair.press('Signer protokollen');
  await chair.press('Publiser protokollen');
  await chair.picture(`protokoll-${body}`);
}

/** A dissent from the member who stands first, on the page where the item is treated. */
export async function recordDissent(secretary, words) {
  await secretary.unfold('Før en særmerknad');
  const [member] = await secretary.choices('Fra');
  await secretary.fill({ 'Fra': member, 'Særmerknad': words });
  await secretary.press('Før en særmerknad');
  return member;
}

export async function voteUnanimously(secretary) {
  await secretary.unfold('Enstemmig');
  await secretary.press('Lagre som enstemmig');
}

/** Everybody votes for, but the last, who votes against. */
export async function voteByName(secretary) {
  await secretary.page.getByRole('radio', { name: /: For$/ }).evaluateAll((choices) => choices.forEach((choice) => choice.click()));
  await secretary.page.getByRole('radio', { name: /: Mot$/ }).last().check();
  await secretary.press('Lagre stemmene');
}

/** Everybody who is present but two votes for, one votes against, and one blank. */
export async function voteByCount(secretary) {
  const voters = await secretary.page.getByRole('table', { name: 'Navn for navn' }).getByRole('row').count() - 1;
  await secretary.unfold('Ved telling');
  await secretary.fill({ 'For': String(voters - 2), 'Mot': '1', 'Blank': '1' });
  await secretary.press('Lagre tellingen');
}
