// How fast the page is: node bench/page.mjs, at the root of the checkout, after make test-page. Least times of some runs.
import {execFileSync} from "node:child_process";
import {readFileSync, statSync} from "node:fs";
import {createRequire} from "node:module";
import {resolve} from "node:path";
import {gzipSync} from "node:zlib";

const require = createRequire(resolve("build/page/npm/package.json"));
const {chromium} = require("playwright-core");
const browser = await chromium.launch({executablePath: process.env.CHROMIUM || "/usr/bin/chromium", args: ["--no-sandbox"]});
const address = "file://" + resolve("build/page/govreport.html");

async function ready() {
  const page = await browser.newPage();
  await page.goto(address);
  await page.waitForSelector("html[data-ready]");
  const time = await page.evaluate(() => performance.now());
  return {page, time};
}

const least = async (times, measure) => {
  let best = Infinity;
  for (let i = 0; i < times; i++) best = Math.min(best, await measure());
  return best;
};

// Milliseconds of a check, as the page asks for it.
const checking = (page, base64, name) => page.evaluate(async ([text, own]) => {
  const bytes = Uint8Array.from(atob(text), c => c.charCodeAt(0));
  const start = performance.now();
  await window.govreport.ask("check", JSON.stringify({name: own, lang: "zh"}), bytes, "", "");
  return performance.now() - start;
}, [base64, name]);

function padded(size) {
  const page = readFileSync("examples/report-2021.html", "utf8");
  const sentence = "<p>围绕供水保障、节约用水等群众关心的事项，及时公开政策文件和办事指南。</p>\n";
  const more = Math.max(0, Math.floor((size - Buffer.byteLength(page)) / Buffer.byteLength(sentence)));
  return Buffer.from(page.replace("</body>", sentence.repeat(more) + "</body>"));
}

function show(what, value) {
  console.log(`${what.padEnd(40)} ${value}`);
}

const kilobytes = path => Math.round(statSync(path).size / 1024);
for (const [what, path] of [["wasm", "core.wasm"], ["Lua", "modules"], ["JavaScript of the library", "core.js"]]) {
  const packed = Math.round(gzipSync(readFileSync(`build/page/${path}`), {level: 9}).length / 1024);
  show(what, `${kilobytes(`build/page/${path}`)} KB, compressed ${packed} KB`);
}
show("the page", `${kilobytes("build/page/govreport.html")} KB`);
show("open until ready", `${Math.round(await least(5, async () => {
  const {page, time} = await ready();
  await page.close();
  return time;
}))} ms`);

const {page} = await ready();
const files = [["page of 36 KB", padded(36 << 10), "a.html"], ["page of 1 MB", padded(1 << 20), "a.html"]];
for (const path of process.argv.slice(2)) files.push([path.replace(/.*\//, ""), readFileSync(path), path]);
for (const [what, bytes, name] of files) {
  const base64 = bytes.toString("base64");
  const first = await checking(page, base64, name);
  show(what, `${(await least(8, () => checking(page, base64, name))).toFixed(1)} ms (first: ${Math.round(first)} ms)`);
}
const many = Array.from({length: 300}, (_, i) => ({
  name: `${i}.txt`, mimeType: "text/plain",
  buffer: Buffer.from(readFileSync("examples/report.txt", "utf8").replaceAll("云岭市水务局", `云岭市第${i}局`))}));
const start = Date.now();
await page.setInputFiles("#files", many);
await page.waitForFunction(() => document.getElementById("status").textContent.startsWith("已核查300份"), null, {timeout: 300000});
show("300 files", `${Math.round(300000 / (Date.now() - start))} a second`);
const worker = page.workers()[0];
show("memory of the library after that", `${Math.round((await worker.evaluate(
  "core.then(own => own.HEAPU8.length)")) / 1048576)} MB`);
show("processors", execFileSync("nproc").toString().trim());
await browser.close();
