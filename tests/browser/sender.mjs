// A system that sends letters over SvarUt's first interface, as the demonstration's sender.
import assert from 'node:assert/strict';

const authorization = `Basic ${Buffer.from('demo-avsender:bare-til-demonstrasjon').toString('base64')}`;
const v1 = '/tjenester/api/forsendelse/v1';
const pdf =
  '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n' +
  '3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n';

/** Who is written to: somebody of the demonstration who can log in, and who can be reached on paper too. */
export const citizen = 'Solveig Tveitanemo';
export const citizenNumber = '26878810189';

/** Sends a letter of one page to the citizen: { id, status(), reaches(status) }. More goes into its metadata. */
export async function sendLetter(address, title, more = {}) {
  const body = new FormData();
  body.append('forsendelse', JSON.stringify({
    tittel: title,
    mottaker: {
      postAdresse: { navn: citizen, adresse1: 'Oppdiktet vei 1', postNummer: '8800', postSted: 'SANDNESSJØEN' },
      digitalAdresse: { fodselsNummer: citizenNumber },
    },
    dokumenter: [{ filnavn: 'Vedtak.pdf', mimeType: 'application/pdf' }],
    ...more,
  }));
  body.append('filer', new Blob([pdf], { type: 'application/pdf' }), 'Vedtak.pdf');
  const sent = await fetch(`${address}${v1}/sendForsendelse`, { method: 'POST', headers: { authorization }, body });
  assert.equal(sent.status, 200);
  const { id } = await sent.json();
  const status = async () => (await (await fetch(`${address}${v1}/${id}/status`, { headers: { authorization } })).json()).status;
  const reaches = async (wanted) => {
    const limit = Date.now() + 20_000;
    while ((await status()) !== wanted && Date.now() < limit) {
      await new Promise((resolve) => { setTimeout(resolve, 50); });
    }
    assert.equal(await status(), wanted);
  };
  return { id, status, reaches };
}
