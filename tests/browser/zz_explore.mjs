import { launch, logIn, visitor } from './visitor.mjs';
const [address, person, ...paths] = process.argv.slice(2);
const b = await launch();
const v = await visitor(b, address, { storage: person === '-' ? undefined : await logIn(b, address, person) });
for (const p of paths) { const a = await v.open(p); console.log('=====', p, a.status(), v.page.url());
 console.log(await v.page.evaluate(() => [...document.querySelectorAll('main label, main legend, main summary, main button, main a, main h2')].map(e => `${e.tagName.toLowerCase()}: ${e.innerText.replace(/\s+/g,' ').slice(0,90)}${e.href?' -> '+e.getAttribute('href'):''}`).join('\n'))); }
await b.close();
