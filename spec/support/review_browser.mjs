// Opens pages of reviews in Chromium, as files, and tells what is wrong with them, a line each.
//
//   node review_browser.mjs MODULES CHROMIUM PAGE…     MODULES: a folder with node_modules in it
//
// On a desk's screen, on a telephone's: nothing that axe-core objects to, nothing wider than the screen, no request but
// for the file. A click on a finding goes to its first mark and lights it and the others, a click on a mark goes to its
// finding and lights it; the keyboard does the same. On paper the pages are A4.

import {createRequire} from "node:module";
import {readFileSync} from "node:fs";
import {resolve} from "node:path";
import {pathToFileURL} from "node:url";

const [modules, executablePath, ...files] = process.argv.slice(2);
const require = createRequire(resolve(modules, "package.json"));
const {chromium} = require("playwright-core");
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

const sizes = [{width: 1366, height: 768}, {width: 390, height: 844}];
const a4 = /\/MediaBox \[0 0 59[45](\.\d+)? 84[12](\.\d+)?\]/;

const browser = await chromium.launch({executablePath, args: ["--no-sandbox"]});

function tell(file, ...words) { console.log([file, ...words].join(" ")); }

async function open(file, viewport, bypassCSP) {
  const context = await browser.newContext({viewport, bypassCSP});
  const page = await context.newPage();
  page.requests = [];
  page.on("request", request => page.requests.push(request.url()));
  page.on("console", message => tell(file, "console:", message.text()));
  await page.goto(pathToFileURL(resolve(file)).href);
  return page;
}

async function checkRules(file, viewport) {
  const page = await open(file, viewport, true);
  await page.evaluate(axe + "; undefined");
  const found = await page.evaluate(() => window.axe.run(document));
  for (const violation of found.violations) {
    tell(file, viewport.width, violation.id, violation.nodes.length, violation.nodes[0].html.slice(0, 160));
  }
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  if (wide > viewport.width) tell(file, viewport.width, "is", wide, "wide");
  await page.context().close();
}

// Whether elements are lit, and the first of them on the screen.
function look(selector) {
  const all = [...document.querySelectorAll(selector)];
  const box = all[0].getBoundingClientRect();
  return {lit: all.every(own => getComputedStyle(own).outlineStyle === "solid"), count: all.length,
          seen: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth};
}

async function checkLinks(file, viewport) {
  const page = await open(file, viewport, false);
  const numbers = await page.evaluate(() => [...document.querySelectorAll("section.finding")].map(own => own.id.slice(1)));
  for (const number of numbers) {
    await page.click(`#f${number} h3 a`);
    const marks = await page.evaluate(look, `.report .f${number}`);
    if (!marks.count || !marks.lit) tell(file, viewport.width, `finding ${number} does not light its marks`);
    const first = await page.evaluate(look, `#m${number}`);
    if (!first.seen) tell(file, viewport.width, `finding ${number} does not show its first mark`);
    await page.evaluate(() => { location.hash = ""; });
    await page.click(`.report a[href="#f${number}"]`);
    const finding = await page.evaluate(look, `#f${number}`);
    if (!finding.lit || !finding.seen) tell(file, viewport.width, `a mark does not show finding ${number}`);
    const others = await page.evaluate(look, `.report .f${number}`);
    if (!others.lit) tell(file, viewport.width, `a mark of finding ${number} does not light the others`);
  }
  if (numbers.length) await checkKeyboard(file, page);
  for (const address of page.requests) {
    if (address !== pathToFileURL(resolve(file)).href) tell(file, "asks for", address);
  }
  await page.context().close();
}

async function checkKeyboard(file, page) {
  await page.evaluate(() => { location.hash = ""; });
  await page.reload();
  for (let i = 0; i < 40; i++) {
    await page.keyboard.press("Tab");
    if (await page.evaluate(() => document.activeElement.closest("section.finding") !== null)) break;
  }
  await page.keyboard.press("Enter");
  const hash = await page.evaluate(() => location.hash);
  if (hash !== "#m1") tell(file, "the keyboard leads to", hash || "nothing");
}

async function checkPaper(file) {
  const page = await open(file, sizes[0], false);
  const paper = await page.pdf({preferCSSPageSize: true});
  if (!a4.test(paper.toString("latin1"))) tell(file, "is not printed on A4");
  await page.context().close();
}

for (const file of files) {
  for (const viewport of sizes) {
    await checkRules(file, viewport);
    await checkLinks(file, viewport);
  }
  await checkPaper(file);
}
await browser.close();
