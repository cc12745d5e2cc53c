// Opens pages in Chromium as wide and narrow screens, zoomed and printed, and
// runs axe on each with the rules of WCAG 2.2 A and AA and best practice.
//
//   node axe.mjs FILE.html ...
//
// Prints a line for each page and view, and under it what axe found. What axe
// couldn't decide ("incomplete") is printed too, and is no failure. A page that
// scrolls sideways is one. Ends with status 1 when there are failures.
import { chromium } from 'playwright-core';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

// A browser zoomed to 200% on a screen 1280 wide lays the page out at 640.
const views = [
  { name: 'desktop', width: 1280, height: 900 },
  { name: 'zoom-200%', width: 640, height: 450, deviceScaleFactor: 2 },
  { name: 'phone', width: 390, height: 844, deviceScaleFactor: 3 },
  { name: 'narrow', width: 320, height: 640, deviceScaleFactor: 2 },
  { name: 'print', width: 1280, height: 900, media: 'print' },
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
  for (const file of files) {
    for (const view of views) failures += await check(file, view);
  }
} finally {
  await browser.close();
}
process.exit(failures > 0 ? 1 : 0);

// check runs axe on one page in one view; it returns how many failures it printed.
async function check(file, { name, width, height, deviceScaleFactor, media = 'screen' }) {
  const context = await browser.newContext({ viewport: { width, height }, deviceScaleFactor, bypassCSP: true });
  const page = await context.newPage();
  await page.emulateMedia({ media });
  await page.goto(pathToFileURL(resolve(file)).href);
  const beyond = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  await page.evaluate(axe);
  const found = await page.evaluate((values) => window.axe.run({ runOnly: { type: 'tag', values } }), tags);
  await context.close();

  const sideways = media === 'screen' && beyond > 0;
  console.log(`${file} ${name} ${width}px: ${found.violations.length} violations, ` +
    `${found.incomplete.length} incomplete, ${found.passes.length} passes`);
  if (sideways) console.log(`  violation: the page scrolls sideways by ${beyond}px`);
  found.violations.forEach((rule) => print('violation', rule));
  found.incomplete.forEach((rule) => print('incomplete', rule));
  return found.violations.length + (sideways ? 1 : 0);
}

function print(kind, rule) {
  console.log(`  ${kind}: ${rule.id} (${rule.impact}): ${rule.help}, ${rule.nodes.length} times`);
  for (const node of rule.nodes.slice(0, 3)) {
    console.log(`    ${node.html.slice(0, 200)}`);
    const why = [...node.any, ...node.all, ...node.none].map((c) => c.message);
    if (why.length > 0) console.log(`      ${why.join('; ').slice(0, 300)}`);
  }
}
