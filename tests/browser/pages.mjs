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
  { name: 'anchoring', through: '/hearings', link: 'main a[href^="/hearings/"]:not([href*="."])', then: 'main a[href^="/cases/"]:not([href*="."])', suffix: '/anchoring' },
  { name: 'openness', path: '/openness' },
  { name: 'booklets', path: '/booklets' },
  { name: 'booklet', through: '/booklets', link: 'main a[href^="/booklets/"]:not([href*="."])' },
  { name: 'OParl sources', path: '/oparl-sources' },
  { name: 'mailbox', path: '/mailbox', as: 'innbygger' },
  { name: 'letter', through: '/mailbox', link: 'main a[href^="/mailbox/"]:not([href*="."])', as: 'innbygger' },
  { name: 'outbox', path: '/outbox', as: 'kommunedirektør' },
  { name: 'dispatch', through: '/outbox', link: 'main a[href^="/outbox/"]:not([href*="."])', as: 'kommunedirektør' },
  { name: 'positions', path: '/positions' },
  { name: 'position', through: '/positions', link: 'main a[href^="/positions/"]:not([href$="/new"], [href*="."])' },
  { name: 'hindrances', path: '/hindrances' },
  { name: 'hindrance', through: '/hindrances', link: 'main a[href^="/hindrances/"]:not([href$="/new"], [href*="."])' },
  { name: 'consultations', path: '/consultations' },
  { name: 'consultation', through: '/consultations', link: 'main a[href^="/consultations/"]:not([href$="/new"], [href*="."])' },
  { name: 'cost methods', path: '/cost-methods' },
  { name: 'calculation form', through: '/consultations', link: 'main a[href^="/consultations/"]:not([href$="/new"], [href*="."])', suffix: '/items/1/calculation?side=state&method=working_time', as: 'sekretariat' },
  { name: 'bodies', path: '/bodies' },
  { name: 'body', through: '/bodies', link: 'main a[href^="/bodies/"]:not([href$="/new"], [href*="."])' },
  { name: 'rule profiles', path: '/rule-profiles' },
  { name: 'rule profile', path: '/rule-profiles/KOMMUNELOVEN' },
  { name: 'new version of a rule profile', path: '/rule-profiles/KOMMUNELOVEN/versions/new', as: 'sekretariat' },
  { name: 'meetings', path: '/meetings' },
  { name: 'meeting', through: '/meetings', link: 'main a[href^="/meetings/"]:not([href$="/new"], [href*="."])' },
  { name: 'decisions', path: '/decisions' },
  { name: 'decision', through: '/decisions', link: 'main a[href^="/decisions/"]' },
  { name: 'calendar', path: '/calendar' },
  { name: 'organisations', path: '/organisations' },
  { name: 'organisation', through: '/organisations', link: 'main a[href^="/organisations/"]:not([href*="."])' },
  { name: 'counties', path: '/counties' },
  { name: 'map', path: '/map' },
  { name: 'journal', path: '/journal' },
  { name: 'log in', path: '/login' },
  { name: 'my page', path: '/me', as: 'sekretær' },
  { name: 'rights', path: '/rights' },
  { name: 'API', path: '/api' },
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

/** The address of a page, with the language's prefix left out. */
export async function pathOf(page, { open, tab }) {
  if (!page.through) {
    return page.path;
  }
  await open(page.through);
  let href = await tab.locator(page.link).first().getAttribute('href');
  if (page.then) {
    await open(href);
    href = await tab.locator(page.then).first().getAttribute('href');
  }
  return page.suffix ? href + page.suffix : href;
}
