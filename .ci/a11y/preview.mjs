// Follows saves of a project in Chromium, as a reader of apr preview does.
//
//   node preview.mjs ADDRESS NARRATIVE-FILE
//
// The address is that of a running preview; the file has a text under foreword
// and is written over. Prints what it sees; ends with status 1 when something
// isn't as it should be.
import { chromium } from 'playwright-core';
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const [address, file] = process.argv.slice(2);
const good = readFileSync(file, 'utf8');

let failures = 0;
function check(right, what) {
  console.log(`${right ? 'ok' : 'FAILED'}: ${what}`);
  if (!right) failures++;
}

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
    '--disable-background-networking', '--disable-component-update', '--disable-sync'],
});
try {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  const refused = [];
  page.on('console', (m) => { if (m.type() === 'error') refused.push(m.text()); });
  page.on('pageerror', (e) => refused.push(String(e)));
  await page.goto(address);
  const version = () => page.evaluate(() => document.querySelector('meta[name="apr-preview-version"]').content);
  const status = () => page.locator('[role=status]').textContent();
  // newer waits for a page of another version whose script has run.
  const newer = (old) => page.waitForFunction((v) => {
    const meta = document.querySelector('meta[name="apr-preview-version"]');
    return meta && meta.content !== v && document.readyState === 'complete' && document.querySelector('.apr-bar');
  }, old);
  // saved writes the file, with a moment between one save and the next.
  const saved = async (text) => { writeFileSync(file, text); };

  check(await page.locator('.apr-findings').count() > 0, 'findings stand beside sections');
  const first = page.locator('.apr-findings').first();
  check(/^narrative\/|^apr\.yaml|^data\//.test(await first.locator('code').first().textContent()), 'they name their file');
  check((await status()).includes('finding'), 'the status counts the findings');

  // The reader is in the middle of the report when a save adds paragraphs above.
  const place = () => page.evaluate(() => {
    const s = [...document.querySelectorAll('main section[id]')].find((e) => e.id === 'best-value');
    return Math.round(s.getBoundingClientRect().top);
  });
  await page.evaluate(() => {
    document.getElementById('best-value').scrollIntoView({ behavior: 'instant' });
    window.scrollBy({ top: 37, behavior: 'instant' });
  });
  const at = await place();
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  let v = await version();
  await saved(good.replace(/foreword: \|\n/, (head) => `${head}${'  A paragraph that the reader has not seen.\n\n'.repeat(12)}`));
  await newer(v);
  await page.waitForTimeout(300); // what the browser itself may still scroll
  check(await page.evaluate(() => document.documentElement.scrollHeight) > height, 'the page has grown above the reader');
  check(Math.abs(await place() - at) <= 2, `the page is where the reader was: ${at}px, now ${await place()}px`);

  // A save that can't be built.
  v = await version();
  await saved(good.replace('foreword:', 'foreward:'));
  const overlay = page.locator('#apr-preview-problems');
  await overlay.waitFor({ state: 'visible' });
  const alert = page.locator('[role=alert]');
  check((await alert.textContent()).includes('unknown key "foreward"'), 'the overlay says what is wrong');
  check(/narrative\/opening\.yaml:\d+:1/.test(await alert.textContent()), 'and where');
  check(await version() === v && Math.abs(await place() - at) <= 2, 'the last good page stays, and the reader in it');
  await accessible(page, 'with the overlay');
  if (process.env.SCREENSHOT) await page.screenshot({ path: process.env.SCREENSHOT });
  await overlay.getByRole('button').focus();
  await page.keyboard.press('Escape');
  check(await overlay.isHidden(), 'Escape hides the overlay');

  // The next good save.
  await saved(good.replace('foreword: |\n', 'foreword: |\n  Mended, at last.\n\n'));
  await newer(v);
  check(await overlay.isHidden() && (await alert.textContent()) === '', 'the overlay is gone after the next good save');
  check((await page.locator('main').textContent()).includes('Mended, at last.'), 'the page has the save');
  check(Math.abs(await place() - at) <= 2, 'the reader is still there');

  // An error that is undone leaves the page as it was.
  v = await version();
  await saved(good.replace('foreword:', 'foreward:'));
  await overlay.waitFor({ state: 'visible' });
  await saved(good.replace('foreword: |\n', 'foreword: |\n  Mended, at last.\n\n'));
  await overlay.waitFor({ state: 'hidden' });
  check(await version() === v, 'an error that is undone needs no new page');

  const all = page.locator('#apr-preview-all');
  await all.locator('summary').focus();
  await page.keyboard.press('Enter');
  check(await all.locator('li').first().isVisible(), 'the keyboard opens the list of findings');
  await accessible(page, 'with the list of findings');
  check(refused.length === 0, `nothing is refused or goes wrong: ${refused.join('; ')}`);
} finally {
  await browser.close();
}
process.exit(failures > 0 ? 1 : 0);

// accessible runs axe on the page as it is. It is evaluated by the debugger,
// which the page's policy doesn't hold back.
async function accessible(page, name) {
  await page.evaluate(axe);
  const found = await page.evaluate((values) => window.axe.run({ runOnly: { type: 'tag', values } }), tags);
  check(found.violations.length === 0, `axe finds nothing ${name}`);
  for (const rule of found.violations) {
    console.log(`  ${rule.id}: ${rule.help}: ${rule.nodes.slice(0, 3).map((n) => n.html.slice(0, 160)).join(' | ')}`);
  }
}
