// Every kind of page. A page that has no fixed address is found through a link on another: { through, link }.
// "as" names who must be logged in to see it.
export const pages = [
  { name: 'front page', path: '/' },
  { name: 'search', path: '/search?q=kommune' },
  { name: 'log in', path: '/login' },
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
  const href = await tab.locator(page.link).first().getAttribute('href');
  return page.suffix ? href + page.suffix : href;
}
