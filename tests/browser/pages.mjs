// Every kind of page. A page that has no fixed address is found through a link on another: { through, link }, and through
// one on that again: { then }.
// "as" names who must be logged in to see it.
export const pages = [
  { name: 'front page', path: '/' },
  { name: 'search', path: '/search?q=kommune' },
  { name: 'cases', path: '/cases' },
  { name: 'case', through: '/cases', link: 'main a[href^="/cases/"]:not([href$="/new"], [href*="."])' },
  { name: 'hearings', path: '/hearings' },
  { name: 'hearing', through: '/hearings', link: 'main a[href^="/hearings/"]:not([href*="."])' },
  { name: 'answer form', through: '/hearings', link: 'main a[href^="/hearings/"]:not([href*="."])', suffix: '/answers/new', as: 'koordinator' },
  { name: 'attachment form', through: '/hearings', link: 'main a[href^="/hearings/"]:not([href*="."])', suffix: '/attachments/new', as: 'koordinator' },
  { name: 'extension of a hearing', through: '/hearings', link: 'main a[href^="/hearings/"]:not([href*="."])', suffix: '/extension', as: 'sekretariat' },
  { name: 'withdrawal of a hearing', through: '/hearings', link: 'main a[href^="/hearings/"]:not([href*="."])', suffix: '/withdrawal', as: 'sekretariat' },
  { name: 'anchoring', through: '/hearings', link: 'main a[href^="/hearings/"]:not([href*="."])', then: 'main a[href^="/cases/"]:not([href*="."])', suffix: '/anchoring' },
  { name: 'openness', path: '/openness' },
  { name: 'booklets', path: '/booklets' },
  { name: 'booklet', through: '/booklets', link: 'main a[href^="/booklets/"]:not([href*="."])' },
  { name: 'OParl sources', path: '/oparl-sources' },
  { name: 'text-messages', path: '/development/text-messages' },
  { name: 'mailbox', path: '/mailbox', as: 'Solveig Tveitanemo' },
  { name: 'letter', through: '/mailbox', link: 'main a[href^="/mailbox/"]:not([href*="."])', as: 'Solveig Tveitanemo' },
  { name: 'mailbox of an organisation', path: '/mailbox?box=organisation', as: 'Gerd Offersøyli' },
  { name: 'letter to an organisation', through: '/mailbox?box=organisation', link: 'main a[href^="/mailbox/"]:not([href*="."])', as: 'Gerd Offersøyli' },
  { name: 'letter to sign', through: '/mailbox?words=båtplass', link: 'main a[href^="/mailbox/"]:not([href*="."])', as: 'Solveig Tveitanemo' },
  { name: 'answer to a letter', through: '/mailbox?words=båtplass', link: 'main a[href^="/mailbox/"]:not([href*="."])', suffix: '/reply', as: 'Solveig Tveitanemo' },
  { name: 'signature', through: '/mailbox?words=båtplass', link: 'main a[href^="/mailbox/"]:not([href*="."])', suffix: '/signature', as: 'Solveig Tveitanemo' },
  { name: 'delegations', path: '/delegations', as: 'Solveig Tveitanemo' },
  { name: 'delegation', through: '/delegations', link: 'main a[href^="/delegations/"]:not([href$="/new"], [href*="."])', as: 'Solveig Tveitanemo' },
  { name: 'new delegation', path: '/delegations/new', as: 'Solveig Tveitanemo' },
  { name: 'who has read my post', path: '/post-readings', as: 'Solveig Tveitanemo' },
  { name: 'mailbox of somebody else', through: '/mailbox', link: 'main a[href^="/delegations/"][href$="/letters"]', as: 'Sivert Brattlien' },
  { name: 'letter to somebody else', through: '/mailbox', link: 'main a[href^="/delegations/"][href$="/letters"]', then: 'main a[href*="/letters/"]', as: 'Sivert Brattlien' },
  { name: 'guardianships', path: '/guardianships', as: 'Solveig Tveitanemo' },
  { name: 'new guardianship', path: '/guardianships/new', as: 'Solveig Tveitanemo' },
  { name: 'mailbox of a ward', through: '/mailbox', link: 'main a[href^="/guardianships/"][href$="/letters"]', as: 'Solveig Tveitanemo' },
  { name: 'letter to a ward', through: '/mailbox', link: 'main a[href^="/guardianships/"][href$="/letters"]', then: 'main a[href*="/letters/"]', as: 'Solveig Tveitanemo' },
  { name: 'outbox', path: '/outbox', as: 'Gerd Offersøyli' },
  { name: 'outbox with nothing found', path: '/outbox?reference=finnes-ikke&person=' + '0'.repeat(64), as: 'Gerd Offersøyli' },
  { name: 'silent-receivers', path: '/silent-receivers', as: 'Gerd Offersøyli' },
  { name: 'sending statistics', path: '/outbox/statistics', as: 'Gerd Offersøyli' },
  { name: 'post queue', path: '/post-queue', as: 'Drift' },
  { name: 'post systems', path: '/post-systems', as: 'Jorunn Meløysund' },
  { name: 'departments', path: '/post-systems/departments', as: 'Jorunn Meløysund' },
  { name: 'post receiver', through: '/post-systems', link: 'main a[href^="/post-systems/receivers/"]:not([href$="/new"])', as: 'Jorunn Meløysund' },
  { name: 'post account', through: '/post-systems', link: 'main a[href^="/post-systems/accounts/"]:not([href$="/new"])', as: 'Jorunn Meløysund' },
  { name: 'post integration', through: '/post-systems', link: 'main a[href^="/post-systems/integrations/"]:not([href$="/new"])', as: 'Jorunn Meløysund' },
  { name: 'new post account', path: '/post-systems/accounts/new', as: 'Jorunn Meløysund' },
  { name: 'new post integration', path: '/post-systems/integrations/new', as: 'Jorunn Meløysund' },
  { name: 'new post receiver', path: '/post-systems/receivers/new', as: 'Jorunn Meløysund' },
  { name: 'dispatch', through: '/outbox', link: 'main a[href^="/outbox/"]:not([href*="."])', as: 'Jorunn Meløysund' },
  { name: 'print runs', path: '/print-runs', as: 'sekretariat' },
  { name: 'print run', through: '/print-runs', link: 'main a[href^="/print-runs/"]:not([href*="."])', as: 'sekretariat' },
  { name: 'OParl source', path: '/oparl-sources/eksempelby' },
  { name: 'OParl objects', path: '/oparl-sources/eksempelby/objects?type=paper' },
  { name: 'OParl object', through: '/oparl-sources/eksempelby/objects?type=meeting', link: 'main a[href*="/objects/"]' },
  { name: 'positions', path: '/positions' },
  { name: 'position', through: '/positions', link: 'main a[href^="/positions/"]:not([href$="/new"], [href*="."])' },
  { name: 'hindrances', path: '/hindrances' },
  { name: 'hindrance', through: '/hindrances', link: 'main a[href^="/hindrances/"]:not([href$="/new"], [href*="."])' },
  { name: 'consultations', path: '/consultations' },
  { name: 'consultation', through: '/consultations', link: 'main a[href^="/consultations/"]:not([href$="/new"], [href*="."])' },
  { name: 'cost methods', path: '/cost-methods' },
  { name: 'calculation form', through: '/consultations', link: 'main a[href^="/consultations/"]:not([href$="/new"], [href*="."])', suffix: '/items/1/calculation?side=state&method=working_time', as: 'sekretariat' },
  { name: 'co-funding statements', path: '/co-funding-statements' },
  { name: 'co-funding statement', through: '/co-funding-statements', link: 'main a[href^="/co-funding-statements/"]:not([href$="/new"], [href*="."])' },
  { name: 'co-funding request form', path: '/co-funding-statements/new', as: 'sekretariat' },
  { name: 'co-funding rules', path: '/co-funding-rules', as: 'sekretariat' },
  { name: 'state hearings', path: '/state-hearings' },
  { name: 'state hearing', through: '/state-hearings', link: 'main a[href^="/state-hearings/"]:not([href$="/new"], [href*="."])' },
  { name: 'state hearing form', path: '/state-hearings/new', as: 'sekretariat' },
  { name: 'bodies', path: '/bodies' },
  { name: 'body', through: '/bodies', link: 'main a[href^="/bodies/"]:not([href$="/new"], [href*="."])' },
  { name: 'representation of a body', path: '/bodies/kommit-radet/representation' },
  { name: 'nominations', path: '/nominations' },
  { name: 'nomination', through: '/nominations', link: 'main a[href^="/nominations/"]:not([href$="/new"], [href*="."])', as: 'sekretariat' },
  { name: 'choice among candidates', through: '/nominations', link: 'main a[href^="/nominations/"]:has-text("KommIT")', suffix: '/choice', as: 'sekretariat' },
  { name: 'seats for the sector', path: '/seats' },
  { name: 'council outside the sector', path: '/seats/nasjonalt-e-helsestyre' },
  { name: 'seat for the sector', path: '/seats/nasjonalt-e-helsestyre/2' },
  { name: 'reports', path: '/reports' },
  { name: 'report', through: '/reports', link: 'main a[href*="/reports/"]:not([href*="."])' },
  { name: 'representative', through: '/seats/nasjonalt-e-helsestyre', link: 'main a[href^="/representatives/"]' },
  { name: 'report form', path: '/seats/nasjonalt-e-helsestyre/reports/new', as: 'Jorunn Meløysund' },
  { name: 'gender for the statistics', path: '/me/gender', as: 'sekretær' },
  { name: 'rule profiles', path: '/rule-profiles' },
  { name: 'rule profile', path: '/rule-profiles/KOMMUNELOVEN' },
  { name: 'new version of a rule profile', path: '/rule-profiles/KOMMUNELOVEN/versions/new', as: 'sekretariat' },
  { name: 'meetings', path: '/meetings' },
  { name: 'meeting', through: '/meetings', link: 'main a[href^="/meetings/"]:not([href$="/new"], [href*="."])' },
  { name: 'written procedure', through: '/meetings?state=under_way&body=fagrad-arkitektur', link: 'main a[href^="/meetings/"]:not([href$="/new"], [href*="."])' },
  { name: 'answer in writing', through: '/meetings?state=under_way&body=fagrad-arkitektur', link: 'main a[href^="/meetings/"]:not([href$="/new"], [href*="."])', then: 'main a[href$="/ballot"]', as: 'sekretariat' },
  { name: 'adjournment of a meeting', through: '/meetings?state=under_way', link: 'main a[href^="/meetings/"]:not([href$="/new"], [href*="."])', suffix: '/adjournment', as: 'sekretariat' },
  { name: 'roles that conflict', path: '/bodies/hovedstyret/role-conflicts', as: 'sekretariat' },
  { name: 'meeting live', through: '/meetings?state=under_way', link: 'main a[href^="/meetings/"]:not([href$="/new"], [href*="."])', suffix: '/live/public' },
  { name: 'meeting room', through: '/meetings?state=under_way', link: 'main a[href^="/meetings/"]:not([href$="/new"], [href*="."])', suffix: '/live', as: 'Jorunn Meløysund' },
  { name: 'meeting desk', through: '/meetings?state=under_way', link: 'main a[href^="/meetings/"]:not([href$="/new"], [href*="."])', suffix: '/live/secretary', as: 'Marit Elveseterdal' },
  { name: 'decisions', path: '/decisions' },
  { name: 'decision', through: '/decisions', link: 'main a[href^="/decisions/"]' },
  { name: 'decision of an election', through: '/decisions', link: 'main a[href^="/decisions/"]:has-text("Volda")' },
  { name: 'calendar', path: '/calendar' },
  { name: 'organisations', path: '/organisations' },
  { name: 'organisation', through: '/organisations', link: 'main a[href^="/organisations/"]:not([href*="."])' },
  { name: 'matters of a municipality', path: '/organisations/4601/matters' },
  { name: 'matters of a network', path: '/organisations/nettverk-vestland/matters' },
  { name: 'counties', path: '/counties' },
  { name: 'map', path: '/map' },
  { name: 'journal', path: '/journal' },
  { name: 'log in', path: '/login' },
  { name: 'my page', path: '/me', as: 'sekretær' },
  { name: 'rights', path: '/rights' },
  { name: 'API', path: '/api' },
  { name: 'API section', path: '/api/cases' },
  { name: 'accessibility', path: '/accessibility' },
  { name: 'privacy', path: '/privacy' },
  { name: 'about', path: '/about' },
  { name: 'components', path: '/components' },
  { name: 'page that is not there', path: '/no-such-page', status: 404 },
];

/** SAMBAND_PAGES=about,privacy keeps to those; for trying one page while it is being made. */
export function chosenPages() {
  const wanted = process.env.SAMBAND_PAGES?.split(',');
  return wanted ? pages.filter(({ name }) => wanted.includes(name)) : pages;
}

const found = new Map();

/** The address of a page, with the language's prefix left out; searched for once. */
export async function pathOf(page, visit) {
  if (!found.has(page)) {
    found.set(page, page.through ? await pathThrough(page, visit) : page.path);
  }
  return found.get(page);
}

async function pathThrough(page, { open, tab }) {
  await open(page.through);
  let href = await tab.locator(page.link).first().getAttribute('href');
  if (page.then) {
    await open(href);
    href = await tab.locator(page.then).first().getAttribute('href');
  }
  return page.suffix ? href + page.suffix : href;
}
