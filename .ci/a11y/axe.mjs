// Opens pages in Chromium as wide and narrow screens, zoomed, printed, dark and in
// forced colours, and
// runs axe on each with the rules of WCAG 2.2 A and AA and best practice.
//
//   node axe.mjs FILE.html ...
//
// Prints a line for each page and view, and under it what axe found. What axe
// couldn't decide ("incomplete") is printed too, and is no failure. A page that
// scrolls sideways is one, and so are a chart that isn't shown and a table that scrolls
// and can't be reached by keyboard. Ends with status 1 when there are failures.
import { chromium } from 'playwright-core';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

// An A4 page within its margins of 1.7 cm, in pixels.
const paper = { upright: 665, turned: 994 };

// A browser zoomed to 200% on a screen 1280 wide lays the page out at 640.
const views = [
  { name: 'desktop', width: 1280, height: 900 },
  { name: 'zoom-200%', width: 640, height: 450, deviceScaleFactor: 2 },
  { name: 'phone', width: 390, height: 844, deviceScaleFactor: 3 },
  { name: 'narrow', width: 320, height: 640, deviceScaleFactor: 2 },
  { name: 'print', width: 1280, height: 900, media: 'print' },
  { name: 'paper', width: paper.upright, height: 900, media: 'print' },
  { name: 'dark', width: 1280, height: 900, colorScheme: 'dark' },
  { name: 'dark-phone', width: 390, height: 844, colorScheme: 'dark' },
  { name: 'forced-colours', width: 1280, height: 900, forcedColors: 'active' },
];

const files = process.argv.slice(2);
if (files.length === 0) {
  console.error('usage: node axe.mjs FILE.html ...');
  process.exit(2);
}

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
    '--disable-background-networking', '--disable-component-update', '--disable-sync'],
});
let failures = 0;
try {
  const waiting = files.flatMap((file) => views.map((view) => ({ file, view })));
  const done = waiting.map(() => null);
  let next = 0;
  const worker = async () => {
    while (next < waiting.length) {
      const i = next++;
      done[i] = await check(waiting[i].file, waiting[i].view);
    }
  };
  await Promise.all(Array.from({ length: Math.min(4, availableParallelism()) }, worker));
  for (const { said, failed } of done) {
    console.log(said.join('\n'));
    failures += failed;
  }
} finally {
  await browser.close();
}
process.exit(failures > 0 ? 1 : 0);

// check runs axe on one page in one view; it returns the lines to print and how many
// failures are among them.
async function check(file, { name, width, height, deviceScaleFactor, media = 'screen', colorScheme = 'light', forcedColors = 'none' }) {
  const context = await browser.newContext({ viewport: { width, height }, deviceScaleFactor, bypassCSP: true });
  const page = await context.newPage();
  await page.emulateMedia({ media, colorScheme, forcedColors });
  await page.goto(pathToFileURL(resolve(file)).href);
  const wrong = await page.evaluate(drawings);
  if (media === 'screen') wrong.push(...await page.evaluate(unreachable));
  if (name === 'paper') wrong.push(...await page.evaluate(cutOff, paper));
  const beyond = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  await page.evaluate(axe);
  const found = await page.evaluate((values) => window.axe.run({ runOnly: { type: 'tag', values } }), tags);
  await context.close();

  const said = [];
  if (media === 'screen' && beyond > 0) wrong.push(`the page scrolls sideways by ${beyond}px`);
  said.push(`${file} ${name} ${width}px: ${found.violations.length} violations, ` +
    `${found.incomplete.length} incomplete, ${found.passes.length} passes`);
  wrong.forEach((what) => said.push(`  violation: ${what}`));
  found.violations.forEach((rule) => print(said, 'violation', rule));
  found.incomplete.forEach((rule) => print(said, 'incomplete', rule));
  return { said, failed: found.violations.length + wrong.length };
}

// drawings names the charts of which not exactly one drawing is shown: there is one for
// wide pages and one for narrow ones. It runs in the page.
function drawings() {
  const said = [];
  for (const figure of document.querySelectorAll('figure:has(> svg)')) {
    const shown = [...figure.querySelectorAll(':scope > svg')].filter((svg) => svg.checkVisibility());
    if (shown.length !== 1) said.push(`${shown.length} drawings are shown of "${figure.querySelector('.title')?.textContent.slice(0, 40)}"`);
  }
  return said;
}

// unreachable names the tables that scroll and have no stop for the keyboard, and those
// that have one far from where they scroll. It runs in the page.
function unreachable() {
  const said = [];
  for (const box of document.querySelectorAll('.scroll')) {
    if (box.clientWidth === 0 || !box.checkVisibility()) continue;
    const scrolls = box.scrollWidth > box.clientWidth + 1;
    const grip = box.querySelector('.grip');
    const stop = grip !== null && grip.checkVisibility();
    const name = box.querySelector('caption')?.textContent.slice(0, 40);
    if (scrolls && !stop) said.push(`"${name}" scrolls, and is no stop: ${box.scrollWidth} in ${box.clientWidth}px`);
    if (stop && !scrolls && box.clientWidth > 1000) said.push(`"${name}" is a stop, and fits ${box.clientWidth}px`);
  }
  return said;
}

// cutOff names the tables that are wider than their page. It runs in the page.
function cutOff(paper) {
  const said = [];
  for (const table of document.querySelectorAll('table')) {
    if (!table.checkVisibility()) continue;
    const room = table.closest('.turned') === null ? paper.upright : paper.turned;
    const { width } = table.getBoundingClientRect();
    if (width > room + 1) said.push(`"${table.caption?.textContent.slice(0, 40)}" is cut on paper: ${Math.round(width)} in ${room}px`);
  }
  return said;
}

function print(said, kind, rule) {
  said.push(`  ${kind}: ${rule.id} (${rule.impact}): ${rule.help}, ${rule.nodes.length} times`);
  for (const node of rule.nodes.slice(0, 3)) {
    said.push(`    ${node.html.slice(0, 200)}`);
    const why = [...node.any, ...node.all, ...node.none].map((c) => c.message);
    if (why.length > 0) said.push(`      ${why.join('; ').slice(0, 300)}`);
  }
}
