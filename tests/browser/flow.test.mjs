// The whole way of a common matter: announced early, heard through a network, assessed by an expert council, recommended
// with a dissent, treated with a deputy, decided politically, said to the state, and followed up.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { clerk } from './clerk.mjs';
import { announce, callMeeting, conclude, dayIn, openMeeting, placeOf, publish, recordDissent, voteByName, voteOnProposal, voteUnanimously } from './meeting_steps.mjs';
import { startProgramWithClock } from './program.mjs';
import { launch, logIn, visitor } from './visitor.mjs';

const secretariat = "KS' sekretariat";
const coordinator = 'Ragnfrid Skorpelid';
const network = 'Digitaliseringsnettverket i Vestland';
const spokenFor = ['Volda', 'Bergen', 'Voss']; // of these, those that are members of the network
const dissentWords = 'Små kommuner trenger hjelp fra noen de kjenner, ikke bare en løsning.';

const matter = {
  title: 'Felles mottak av digitale søknader om barnehageplass',
  summary: 'Kommunene tar imot de samme opplysningene på hver sin måte. Saken gjelder om de skal gjøre det likt.',
  points: ['Sektoren tar i bruk ett felles mottak av søknader om barnehageplass.', 'Opplysninger staten har, blir ikke spurt om på nytt.'],
};

const stops = [
  { body: 'Digitaliseringsutvalget', called: 12, days: 50, vote: voteByName, outcome: 'Vedtatt' },
  { body: 'KommIT-rådet', called: 12, days: 66, chair: 'Oddvar Grinderudli', vote: voteUnanimously, outcome: 'Vedtatt' },
  { body: 'Hovedstyret', called: 12, days: 90, chair: 'Gudrun Vikesland', vote: voteUnanimously, outcome: 'Vedtatt', isPolitical: true },
];
const [committee, council, board] = stops;

let program;
let browser;
before(async () => {
  program = await startProgramWithClock();
  browser = await launch();
});
after(async () => {
  await browser?.close();
  await program?.stop();
});

/** The calendar is turned, and somebody logs in on that day: yesterday's session is not tomorrow's. */
async function onDay(days, person, work) {
  program.toDay(days);
  const visit = await visitor(browser, program.address, { storage: await logIn(browser, program.address, person) });
  await work(clerk(visit, program.address, 'flow'));
  assert.deepEqual(visit.complaints, []);
  await visit.close();
}

const read = async (path) => (await fetch(program.address + path)).json();

let address = '';
let hearing = '';
let assessment = '';
let position = '';
const answeredFor = [];

test('a case is announced seven weeks before anybody treats it, and the calendar shows it at once', async () => {
  await onDay(0, secretariat, async (secretary) => {
    address = await announce(secretary, matter, stops);
  });
  for (const { body, days } of stops) {
    const month = dayIn(days).slice(0, 7);
    const calendar = await (await fetch(`${program.address}/calendar?month=${month}`)).text();
    assert.ok(calendar.includes(matter.title), `the calendar of ${month} shows that ${body} is to treat the case`);
  }
});

test('a network answers its hearing for named members, and those who say nothing are shown as silent', async () => {
  await onDay(0, secretariat, async (secretary) => {
    await secretary.go(address);
    await secretary.follow('Hold høring');
    await secretary.fill({
      'Tittel': 'Skal kommunene ta imot søknader om barnehageplass likt?', 'Høringsteksten': 'Vi ber om svar fra alle i nettverket.',
      'Spørsmål 1': 'Når kan dere ta det i bruk?', 'Åpen til og med': dayIn(30),
    });
    await secretary.unfold('Medlemmene i utvalgte nettverk');
    await secretary.fill({ [network]: true });
    await secretary.press('Kunngjør høringen');
    hearing = placeOf(secretary);
    await secretary.picture('høring');
  });
  await onDay(9, coordinator, async (speaker) => {
    await speaker.go(`${hearing}/answers/new`);
    const group = speaker.page.getByRole('group', { name: 'Hvem svarer dere for?' });
    for (const name of spokenFor) {
      const box = group.getByLabel(name, { exact: true });
      if (await box.count() > 0) {
        await box.check();
        answeredFor.push(name);
      }
    }
    await speaker.fill({ 'Støtter': true, 'Begrunnelse': 'Nettverket har hatt saken oppe i to møter.' });
    await speaker.press('Send svaret');
    await speaker.picture('svart');
  });
  assert.ok(answeredFor.length >= 2, `the network spoke for ${answeredFor.join(', ')}`);
  const view = await read(`${hearing}.json`);
  const [answered, silent] = [true, false].map((has) => view.addressees.filter(({ answer }) => Boolean(answer) === has));
  assert.deepEqual(answered.map(({ organisation }) => organisation.name).sort(), [...answeredFor].sort());
  assert.ok(silent.length > 0, 'whoever said nothing is shown as silent');
});

test('the committee cannot take the case up before the expert council has assessed it', async () => {
  await onDay(1, secretariat, async (secretary) => {
    await secretary.go(address);
    await secretary.follow('Krev vurdering');
    await secretary.fill({ 'Den som vurderer': 'Fagråd arkitektur', 'Organet som venter': committee.body });
    await secretary.press('Send');
    await secretary.picture('vurdering-krevd');
  });
  await onDay(10, secretariat, async (secretary) => {
    await secretary.go(address);
    await secretary.follow('Vurdering fra Fagråd arkitektur');
    await secretary.picture('vurdering-mangler');
    assessment = placeOf(secretary);
  });
  await onDay(35, secretariat, async (secretary) => {
    await secretary.go(assessment);
    await secretary.follow('Lever vurderingen');
    for (const verdict of await secretary.page.getByRole('radio', { name: 'I orden', exact: true }).all()) {
      await verdict.check();
    }
    await secretary.fill({ 'Konklusjon': 'Løsningen bygger på det som finnes. Fagrådet tilrår at arbeidet går videre.' });
    await secretary.press('Send');
    await secretary.picture('vurdering-levert');
  });
});

test('the committee recommends it, and the one who disagrees is heard further on', async () => {
  await meet(committee, async (secretary, meeting) => {
    await openMeeting(secretary, meeting);
    const treatment = await voteOnProposal(secretary, committee.vote, committee.body);
    await recordDissent(secretary, dissentWords);
    await secretary.go(treatment);
    await conclude(secretary, committee.outcome);
  });
  const { steps } = await read(`${address}.json`);
  assert.equal(steps[0].dissents.length, 1);
  const page = await (await fetch(program.address + address)).text();
  assert.ok(page.includes(dissentWords), 'the next body reads the dissent on the page of the case');
});

test('a deputy votes in the council for the member who is away', async () => {
  let meeting = '';
  await meet(council, async (secretary, place) => {
    meeting = place;
    const absent = 'Petter Skuiholmen';
    await openMeeting(secretary, meeting, { absent });
    await secretary.follow('Frammøte');
    const [deputy] = (await secretary.choices('Hvem kom?')).filter((name) => name.includes('varamedlem'));
    const [seat] = (await secretary.choices('Møter for')).filter((name) => name.includes(absent));
    await secretary.fill({ 'Hvem kom?': deputy, 'Møter for': seat });
    await secretary.press('Noen kom');
    await secretary.go(meeting);
    await voteOnProposal(secretary, council.vote, council.body);
    await conclude(secretary, council.outcome);
  });
  const { attendees, quorum } = await read(`${meeting}.json`);
  assert.equal(quorum.present, quorum.seats, 'the deputy has taken the empty seat');
  assert.deepEqual(attendees.filter(({ insteadOf }) => insteadOf).map(({ insteadOf, mayVote }) => [insteadOf, mayVote]), [['Petter Skuiholmen', true]]);
});

test('the board decides, and what the sector means is said to the state and answered', async () => {
  await meet(board, async (secretary, meeting) => {
    await openMeeting(secretary, meeting);
    await voteOnProposal(secretary, board.vote, board.body);
    await conclude(secretary, board.outcome);
  });
  const { number } = await read(`${address}.json`);
  await onDay(board.days + 2, secretariat, async (secretary) => {
    await secretary.go('/positions');
    await secretary.follow('Før et standpunkt');
    await secretary.fill({
      'Tittel': 'Staten må åpne opplysningene kommunene trenger', 'Standpunktet': 'Kommunene ber staten dele det den har, før det blir spurt på nytt.',
      'Sagt til': 'digdir', 'Anledning': 'Konsultasjonsmøte', 'Dato': dayIn(board.days + 2), 'Saken det bygger på': number,
    });
    await secretary.press('Før standpunktet');
    position = placeOf(secretary);
    await secretary.picture('standpunkt');
  });
  await onDay(board.days + 40, secretariat, async (secretary) => {
    await secretary.go(position);
    await secretary.follow('Før hva mottakeren gjorde');
    await secretary.fill({ 'Hva mottakeren gjorde': 'Opplysningene blir åpnet i løpet av året.', 'Når det skjedde': dayIn(board.days + 39) });
    await secretary.press('Lagre');
    await secretary.go(address);
    await secretary.follow('Følg opp vedtaket');
    await secretary.fill({ 'Hva som ble gjort': 'Staten har svart, og kommunene i nettverket har begynt.' });
    await secretary.press('Lagre');
    await secretary.picture('fulgt-opp');
  });
  const { state } = await read(`${address}.json`);
  assert.equal(state, 'followed_up');
  const { basis } = await read(`${position}.json`);
  assert.equal(basis.url, address, 'the position stands on the case');
});

test('the share that stood behind the case is measured, and every step is in its timeline', async () => {
  const { municipalities } = await read(`${address}/anchoring.json`);
  assert.equal(municipalities.support.organisations, answeredFor.length);
  assert.ok(municipalities.addressed.organisations > answeredFor.length && municipalities.support.inhabitants > 0);
  const { happenings } = await read(`${address}.json`);
  const types = happenings.map(({ type }) => type);
  for (const type of ['governance.case_planned', 'governance.case_noticed', 'hearings.hearing_planned',
    'hearings.assessment_delivered', 'governance.dissent_recorded', 'governance.case_made_final', 'voice.position_stated', 'governance.case_followed_up']) {
    assert.ok(types.includes(type), `${type} is not in the timeline: ${[...new Set(types)].join(', ')}`);
  }
});

/** Calls the meeting of the stop, lets work hold it, has its minutes published by the chair, and sends the case on. */
async function meet(stop, work) {
  let meeting = '';
  await onDay(stop.days - stop.called, secretariat, async (secretary) => {
    meeting = await callMeeting(secretary, stop, matter.title);
  });
  await onDay(stop.days, secretariat, (secretary) => work(secretary, meeting));
  if (stop.chair) {
    await onDay(stop.days, stop.chair, (chair) => publish(chair, stop, meeting));
  }
  await onDay(stop.days + 1, secretariat, async (secretary) => {
    await secretary.go(address);
    await secretary.press(stop === board ? 'Avslutt behandlingen' : 'Send til neste organ');
  });
}
