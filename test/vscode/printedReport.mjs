/**
 * The exported report in a browser, on the screen and on paper: chromium prints it to PDF, and what stands on which
 * page is read from that.
 */
import assert from 'node:assert';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { openBrowser } from './browser.mjs';
import { repository, testDir } from './fetch.mjs';

const compiled = createRequire(join(repository, 'out/'));

/** A long answer with something of everything: all sections, faults, a text in no section. */
const DRAFT = `---
question: 有居民在业主群里发帖，质疑社区换路灯花了十八万元，跟帖的人越来越多。你是社区工作人员，怎么办？
minutes: 3
framework: public-doubt
---

${Array.from(
  { length: 12 },
  (
    _,
    round,
  ) => `看到帖子，我当天晚上就在群里回复：我是社区的小周，第 ${round} 盏路灯的事我看到了，谢谢大家替我们把关，三天内给大家一个查清楚的答复。我给发帖的老杨打电话，约他在小广场见面，先听他讲哪几盏灯暗。临走我说：您放心，这事包在我身上。

回来以后，我会认真开展调查，全面了解情况，根据调查结果妥善处理，切实维护好群众的切身利益。这事不归我管的，我会向领导汇报。您急什么，大家都在等。
`,
).join('\n')}`;

/** The page as it is exported, made by the extension's own code. */
function exported(prints) {
  const { Analyzer } = compiled('./server/src/core/analysis/analyse.js');
  const { parseDraft } = compiled('./server/src/core/draft/draft.js');
  const { reportModel } = compiled('./server/src/core/features/reportModel.js');
  const { checkRules } = compiled('./server/src/core/rules/check.js');
  const { readModel, readRubrics } = compiled('./test/support/rubrics.js');
  const { newNonce, page } = compiled('./client/src/report/html.js');
  const { PRINT_SCRIPT } = compiled('./client/src/report/script.js');
  const { STYLE } = compiled('./client/src/report/style.js');
  const { reportBody } = compiled('./client/src/report/view.js');
  const options = { locale: 'zh', speakingRate: 200, minutes: 0 };
  const analysis = new Analyzer(readRubrics(), readModel()).analyse(parseDraft(DRAFT), options);
  const report = reportModel(analysis, checkRules(analysis, options), { ...options, name: '路灯.md' });
  const check = (at, coverage) => ({ at, coverage, full: 1, expected: 4, findings: 30, seconds: 300 });
  const history = [check(1, 0.25), check(2, 0.5), check(3, report.coverage)];
  return page({
    title: '检查报告：路灯.md',
    language: 'zh-CN',
    body: reportBody(report, { live: false, history, moment: (at) => `第 ${at} 次` }),
    style: STYLE,
    nonce: newNonce(),
    ...(prints ? { script: PRINT_SCRIPT } : {}),
  });
}

/** Loads a page: put into one that is there, it would be held to the nonce of the one before. */
async function show(page, html) {
  const address = 'http://localhost/report.html';
  await page.unrouteAll();
  await page.route(address, (route) => route.fulfill({ contentType: 'text/html', body: html }));
  await page.goto(address);
}

/** A colour as the browser computes it, as its lightness from 0 to 255. */
function lightness(colour) {
  const [red, green, blue] = colour.match(/[\d.]+/g).map(Number);
  return (red + green + blue) / 3;
}

/** What is wider than the place it has. */
const overflowing = (page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('body, body *')]
      .filter(({ scrollWidth, clientWidth }) => clientWidth > 0 && scrollWidth > clientWidth + 1)
      // What only a screen reader is to have; on narrow pages, the head of the table too.
      .filter((one) => !one.closest('.unseen, .sections:not(.drafts) thead'))
      .map((one) => `${one.className} ${one.textContent.slice(0, 40)}`),
  );

/** Radicals, by the characters that fonts draw as they draw them: a PDF knows only what was drawn. */
const RADICALS = { '\u2ea0': '民', '\u2ec5': '见', '\u2ed3': '长', '\u2ee2': '马', '\u2ef0': '龙' };

/** Text as it can be compared with what is read from a PDF. */
const plain = (text) =>
  text
    .normalize('NFKC')
    // Signs before list items are drawn, and are no text of the page.
    .replace(/[\s○✓✗]/g, '')
    .replace(/[\u2e80-\u2eff]/g, (radical) => RADICALS[radical] ?? radical);

/** The text of each page of a PDF. */
async function pagesOf(pdf) {
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const document = await getDocument({ data: new Uint8Array(pdf), verbosity: 0 }).promise;
  const pages = [];
  for (let number = 1; number <= document.numPages; number++) {
    const { items } = await (await document.getPage(number)).getTextContent();
    pages.push(plain(items.map(({ str }) => str).join('')));
  }
  return pages;
}

const tests = [
  [
    'on the screen: whole in itself, in the colours of the system, nothing cut off',
    async ({ page, errors }) => {
      for (const colorScheme of ['light', 'dark'])
        for (const width of [400, 800, 1400]) {
          await page.emulateMedia({ media: 'screen', colorScheme });
          await page.setViewportSize({ width, height: 900 });
          await show(page, exported(false));
          const colour = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
          assert.strictEqual(lightness(colour) > 128, colorScheme === 'light', colour);
          assert.deepStrictEqual(await overflowing(page), [], `${width}`);
        }
      assert.strictEqual(await page.locator('button, a, script, img, link').count(), 0);
      assert.deepStrictEqual(errors, []);
    },
  ],
  [
    'on paper: light whatever the system is, nothing cut off, no item torn apart between pages',
    async ({ page, errors }) => {
      await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
      // What A4 leaves between the margins, in pixels of CSS.
      await page.setViewportSize({ width: Math.round(((210 - 32) / 25.4) * 96), height: 900 });
      await show(page, exported(false));
      const [paper, ink] = await page.evaluate(() => {
        const { backgroundColor, color } = getComputedStyle(document.body);
        return [backgroundColor, color];
      });
      assert.ok(lightness(paper) > 250, paper);
      assert.ok(lightness(ink) < 20, ink);
      assert.deepStrictEqual(await overflowing(page), []);
      const items = await page
        .locator('.first > li, .sections tbody tr, .faults > li, .bars > li')
        .evaluateAll((all) => all.map((one) => one.innerText));
      assert.ok(items.length > 20, `${items.length} items`);
      const pdf = await page.pdf({ format: 'A4', preferCSSPageSize: true, printBackground: true });
      mkdirSync(join(testDir, 'screenshots'), { recursive: true });
      writeFileSync(join(testDir, 'screenshots/report.pdf'), pdf);
      const pages = await pagesOf(pdf);
      assert.ok(pages.length > 1, `${pages.length} pages`);
      for (const item of items.map(plain)) {
        const [start, end] = [item.slice(0, 3), item.slice(-6)];
        assert.ok(
          pages.some((text) => text.includes(start) && text.includes(end)),
          item,
        );
      }
      for (const heading of ['先改这几处', '全文一览', '环节', '时长'])
        assert.ok(
          pages.some((text) => text.includes(heading) && !text.endsWith(heading)),
          heading,
        );
      assert.deepStrictEqual(errors, []);
    },
  ],
  [
    'to be printed, it asks for the printer once it is there',
    async ({ page, errors }) => {
      let asked = 0;
      await page.exposeFunction('asked', () => asked++);
      await page.addInitScript(() => (globalThis.print = () => globalThis.asked()));
      await show(page, exported(true));
      assert.strictEqual(asked, 1);
      assert.deepStrictEqual(errors, []);
    },
  ],
];

/**
 * Runs the tests and reports as mocha does.
 * @returns {Promise<{ code: number, passes: number, failures: number }>}
 */
export async function runPrintTests() {
  assert.ok(existsSync(join(repository, 'out/client/src/report/view.js')), 'npm run compile comes first');
  console.log('\n  The exported report');
  let [passes, failures] = [0, 0];
  for (const [title, test] of tests) {
    const browser = await openBrowser();
    try {
      await test(browser);
      passes++;
      console.log(`    ✔ ${title}`);
    } catch (error) {
      failures++;
      console.log(`    ${failures}) ${title}\n${error.stack}`);
    } finally {
      await browser.close();
    }
  }
  return { code: failures > 0 ? 1 : 0, passes, failures };
}
