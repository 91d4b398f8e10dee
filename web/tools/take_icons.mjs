// Takes the icons that the pages use from Aksel (MIT) into web/icons/, one file for each name of ui::Icon.
import { readFileSync, writeFileSync, mkdirSync } from 'node:fs';

const from = new URL('./node_modules/@navikt/aksel-icons/dist/svg/', import.meta.url);
const to = new URL('../icons/', import.meta.url);

const icons = {
  arrow_right: 'ArrowRight',
  bell: 'Bell',
  buildings: 'Buildings3',
  calendar: 'Calendar',
  checkmark: 'Checkmark',
  checkmark_circle: 'CheckmarkCircle',
  chevron_down: 'ChevronDown',
  chevron_right: 'ChevronRight',
  clock: 'Clock',
  cross: 'XMark',
  document: 'File',
  download: 'Download',
  envelope: 'EnvelopeClosed',
  eye: 'Eye',
  file_pdf: 'FilePdf',
  file_image: 'FileImage',
  file_spreadsheet: 'FileExcel',
  file_text: 'FileText',
  gavel: 'Gavel',
  globe: 'Globe',
  hourglass: 'Hourglass',
  information: 'InformationSquare',
  link: 'Link',
  list: 'BulletList',
  lock: 'ShieldLock',
  magnifier: 'MagnifyingGlass',
  map: 'LocationPin',
  menu: 'MenuHamburger',
  minus_circle: 'MinusCircle',
  padlock: 'PadlockLocked',
  pencil: 'Pencil',
  people: 'PersonGroup',
  person: 'Person',
  plus: 'Plus',
  print: 'PrinterSmall',
  refresh: 'ArrowsCirclepath',
  rss: 'Broadcast',
  seal: 'SealCheckmark',
  shield: 'Shield',
  star: 'Star',
  trash: 'Trash',
  upload: 'Upload',
  vote: 'PersonCheckmark',
  warning: 'ExclamationmarkTriangle',
  xmark_octagon: 'XMarkOctagon',
};

mkdirSync(to, { recursive: true });
for (const [name, original] of Object.entries(icons)) {
  const drawing = readFileSync(new URL(`${original}.svg`, from), 'utf8')
    .replace(/<svg[^>]*>/, '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" fill="none">')
    .replace(/>\s+</g, '><')
    .trim();
  writeFileSync(new URL(`${name}.svg`, to), `${drawing}\n`);
}
console.log(`${Object.keys(icons).length} icons`);
