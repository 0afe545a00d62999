// The page in Chromium: every way in, every way out, what goes wrong, and that nothing leaves it. At the root of the checkout:
//   node test/page.mjs          leaves screenshots in build/page/shots
import {execFileSync} from "node:child_process";
import {mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {createRequire} from "node:module";
import {tmpdir} from "node:os";
import {join, resolve} from "node:path";

const require = createRequire(resolve("build/page/npm/package.json"));
const {chromium} = require("playwright-core");
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const address = "file://" + resolve("build/page/govreport.html");
const shots = "build/page/shots";
const folder = mkdtempSync(join(tmpdir(), "govreport-page-"));
mkdirSync(shots, {recursive: true});

const example = name => readFileSync(`examples/${name}`);
const fixture = name => readFileSync(join(folder, name));

// ---- a browser for each test ----------------------------------------------------------------------

const browser = await chromium.launch({executablePath: process.env.CHROMIUM || "/usr/bin/chromium", args: ["--no-sandbox"]});

// A fresh page, with what it asked for and what it complained of.
async function opened(size = {width: 1366, height: 768}, prepare = () => {}) {
  const context = await browser.newContext({viewport: size, acceptDownloads: true});
  await context.setOffline(true);
  const page = await context.newPage();
  const log = {requests: [], complaints: []};
  page.on("request", request => log.requests.push(request.url()));
  page.on("console", message => log.complaints.push(message.text()));
  page.on("pageerror", error => log.complaints.push(error.message));
  await prepare(page);
  await page.goto(address);
  return {page, log, context};
}

async function ready(size) {
  const own = await opened(size);
  await own.page.waitForSelector("html[data-ready]");
  return own;
}

// Drops files, {name, bytes}, on a slot as an explorer of files does.
async function drop(page, slot, ...files) {
  const list = files.map(({name, bytes}) => ({name, base64: Buffer.from(bytes).toString("base64")}));
  const transfer = await page.evaluateHandle(own => {
    const made = new DataTransfer();
    for (const {name, base64} of own) {
      made.items.add(new File([Uint8Array.from(atob(base64), c => c.charCodeAt(0))], name));
    }
    return made;
  }, list);
  await page.dispatchEvent(slot, "drop", {dataTransfer: transfer});
}

async function paste(page, kinds) {
  await page.evaluate(own => {
    const data = new DataTransfer();
    for (const [kind, text] of Object.entries(own)) data.setData(kind, text);
    document.dispatchEvent(new ClipboardEvent("paste", {clipboardData: data, bubbles: true, cancelable: true}));
  }, kinds);
}

// What the page says when it has checked; longer than the end of a request.
async function told(page, pattern) {
  await page.waitForFunction(source => new RegExp(source).test(document.getElementById("status").textContent),
                             pattern.source, {timeout: 60000});
  return page.textContent("#status");
}

const done = /^(核查完成|未能读取|已核查)/;
const facts = page => page.textContent("#facts");

async function downloaded(page, button) {
  const [download] = await Promise.all([page.waitForEvent("download"), page.click(button)]);
  const path = join(folder, "down-" + download.suggestedFilename());
  await download.saveAs(path);
  return {name: download.suggestedFilename(), path, bytes: readFileSync(path)};
}

const python = (code, ...args) => execFileSync("python3", ["-c", code, ...args], {encoding: "utf8"});

// ---- what is held ---------------------------------------------------------------------------------

function hold(condition, what) {
  if (!condition) throw new Error(what);
}

function holdEqual(actual, expected, what) {
  hold(actual === expected, `${what}: ${JSON.stringify(actual)}, expected ${JSON.stringify(expected)}`);
}

// Nothing that a checker of accessibility finds.
async function holdAccessible(page, what) {
  await page.evaluate(axe + "; undefined");
  const found = await page.evaluate(() => window.axe.run(document, {iframes: false}));
  const list = found.violations.map(own => `${own.id}: ${own.nodes.map(node => node.html.slice(0, 80)).join(" | ")}`);
  holdEqual(list.join("; "), "", what);
}

// The same of the page of the report, which runs no script where it is shown.
async function holdPaneAccessible(page) {
  const own = await page.context().newPage();
  await own.setContent(await page.getAttribute("#pane", "srcdoc"));
  await holdAccessible(own, "the page of the report");
  await own.close();
}

const tests = {};
const longest = 150000;   // milliseconds for a test; one waits for what never ends

tests["each format is read where it is dropped"] = async () => {
  const {page, log} = await ready();
  const files = [
    {name: "a.txt", bytes: example("report-with-errors.txt"), verdict: /需修改/},
    {name: "b.html", bytes: example("report-2021.html"), verdict: /未发现错误/},
    {name: "c.md", bytes: example("report.txt"), verdict: /未发现错误/},
    {name: "d.txt", bytes: execFileSync("iconv", ["-f", "UTF-8", "-t", "GB18030", "examples/report.txt"]), verdict: /未发现错误/},
    {name: "e.docx", bytes: fixture("wrong.docx"), verdict: /需修改/},
  ];
  for (const file of files) {
    await drop(page, "#drop", file);
    await told(page, /正在核查|核查完成/);
    const said = await told(page, done);
    hold(file.verdict.test(said), `${file.name}: ${said}`);
    hold(/应读取(198|200)格，实际读取\1格/.test(await facts(page)), await facts(page));
  }
  holdEqual(log.complaints.join("; "), "", "complaints");
  hold(log.requests.every(url => url === address || url.startsWith("blob:")), `requests: ${log.requests}`);
};

const word = html => `<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"
xmlns:w="urn:schemas-microsoft-com:office:word"><head><meta http-equiv=Content-Type content="text/html; charset=gb2312">
<style><!-- /* Style Definitions */ p.MsoNormal {mso-style-parent:""; text-align:justify;} --></style>
<!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View></w:WordDocument></xml><![endif]--></head>
<body lang=ZH-CN style='tab-interval:21.0pt'><!--StartFragment-->${
  html.replace(/^[^]*<body[^>]*>|<\/body>[^]*$/g, "").replace(/<p[ >]/g, "<p class=MsoNormal ").replace(
    /<td/g, "<td style='mso-border-alt:solid windowtext .5pt'")}<!--EndFragment--></body></html>`;

tests["what Word puts on the clipboard is read with its tables"] = async () => {
  const {page} = await ready();
  await paste(page, {"text/html": word(fixture("wrong.html").toString()), "text/plain": "只有文字"});
  hold(/需修改/.test(await told(page, done)), await page.textContent("#status"));
  hold(/应读取200格，实际读取200格/.test(await facts(page)), await facts(page));
  await paste(page, {"text/html": "<b>x</b>", "text/plain": example("report.txt").toString()});
  await told(page, /核查完成：未发现错误/);
};

tests["last year's report stands beside it"] = async () => {
  const {page} = await ready();
  const next = example("report.txt").toString().replace(/2020/g, "2021").replace(/2019年/g, "2020年");
  await drop(page, "#drop", {name: "next.txt", bytes: next});
  await told(page, done);
  const before = await page.frames()[1].textContent("body");
  await drop(page, "#previous", {name: "last.txt", bytes: example("report.txt")});
  await told(page, /正在核查/).catch(() => {});
  await told(page, /核查完成：需修改/);
  const after = await page.frames()[1].textContent("body");
  hold(!before.includes("上一年度报告“结转下年度”为2件") && after.includes("上一年度报告“结转下年度”为2件"), after.slice(0, 500));
  await drop(page, "#previous", {name: "broken.txt", bytes: "no report"});
  await told(page, /核查完成：需核实|核查完成/);
  await page.waitForFunction(() => document.getElementById("facts").textContent.includes("上一年度报告未能读取"));
  await page.click("#previous .remove");
  await page.waitForFunction(() => !document.getElementById("facts").textContent.includes("上一年度报告未能读取"));
};

tests["the published page is told to be the same, or not"] = async () => {
  const {page} = await ready();
  await drop(page, "#published", {name: "published.html", bytes: fixture("published.html")});
  await drop(page, "#drop", {name: "draft.docx", bytes: fixture("draft.docx")});
  await told(page, done);
  hold(/与已发布网页：内容一致/.test(await facts(page)), await facts(page));
  await drop(page, "#drop", {name: "draft.docx", bytes: fixture("wrong.docx")});
  await page.waitForFunction(() => document.getElementById("facts").textContent.includes("与已发布网页：内容不一致"));
  await page.click("#same summary");
  hold(/9 → 3/.test(await page.textContent("#same pre")), await page.textContent("#same pre"));
};

tests["a draft that was changed is compared with what was found before"] = async () => {
  const {page} = await ready();
  await drop(page, "#drop", {name: "draft.docx", bytes: fixture("wrong.docx")});
  await told(page, done);
  await page.click("#language");
  await told(page, /^Checked/);
  await page.click("#language");
  await told(page, done);
  hold(!/与上次核查相比/.test(await facts(page)), await facts(page));
  await drop(page, "#drop", {name: "draft-2.docx", bytes: fixture("draft.docx")});
  await page.waitForFunction(() => /已改正[1-9]处，仍存在[1-9]处，新出现0处/.test(document.getElementById("facts").textContent));
  await page.click("#language");
  await page.waitForFunction(() => /[1-9] resolved, [1-9] still there, 0 new/.test(document.getElementById("facts").textContent));
  holdEqual(await page.getAttribute("html", "lang"), "en", "language");
};

// Sixty reports, of which every third has a wrong total.
function writeMany() {
  const many = join(folder, "many");
  mkdirSync(join(many, "inner"), {recursive: true});
  for (let i = 0; i < 60; i++) {
    const text = example(i % 3 === 0 ? "report-with-errors.txt" : "report.txt").toString();
    const name = `云岭市第${String(i + 1).padStart(2, "0")}局`;
    writeFileSync(join(many, i % 2 ? "inner" : "", `${i}.txt`), text.replaceAll("云岭市水务局", name));
  }
  writeFileSync(join(many, "broken.txt"), "no report");
  writeFileSync(join(many, "scan.pdf"), "%PDF-1.7");
  writeFileSync(join(many, "notes.log"), "-");
  return many;
}

tests["a folder becomes a list, the worst first, and its downloads are whole"] = async () => {
  const {page, log} = await ready();
  await page.setInputFiles("#folder", writeMany());
  await told(page, /^已核查61份/);
  const rows = await page.$$eval("#rows tr", list => list.map(row => [...row.children].map(cell => cell.textContent)));
  holdEqual(rows.length, 61, "rows");
  hold(rows.slice(0, 20).every(row => row[1] === "需修改") && rows[60][1] === "未能读取", JSON.stringify(rows[60]));
  hold(/另有1个其他格式的文件未读取：many\/scan\.pdf/.test(await page.textContent("#others")), await page.textContent("#others"));
  await holdAccessible(page, "the list");
  await page.screenshot({path: `${shots}/list.png`});
  const rule = await page.$eval("#filter option:nth-child(2)", own => own.value);
  await page.selectOption("#filter", rule);
  holdEqual(await page.locator("#rows tr").count(), 20, "rows of a rule");
  await page.locator("#rows button").nth(1).focus();
  await page.keyboard.press("Enter");
  hold(/云岭市第\d\d局2020年/.test(await page.textContent("#report-title")), await page.textContent("#report-title"));
  hold(await page.evaluate(() => document.activeElement.id === "report-title"), "the title has no focus");
  await page.screenshot({path: `${shots}/row.png`, fullPage: true});
  const sheet = await downloaded(page, "#sheet");
  const counted = python(`
import csv, sys
rows = list(csv.reader(open(sys.argv[1], encoding="utf-8-sig", newline="")))
assert rows[0][-1] == "修改情况" and all(len(row) == len(rows[0]) and row[-1] == "" for row in rows[1:]), rows[:2]
print(len(set(row[1] for row in rows[1:])), len(rows) - 1)`, sheet.path);
  holdEqual(counted.trim(), "21 101", "bodies and rows of the sheet, with that of the file that is no report");
  hold(sheet.bytes.subarray(0, 3).equals(Buffer.from([0xEF, 0xBB, 0xBF])), "no mark");
  const letters = await downloaded(page, "#letters");
  const names = python(`
import io, sys, zipfile
own = zipfile.ZipFile(sys.argv[1])
assert own.testzip() is None
for name in own.namelist(): assert "word/document.xml" in zipfile.ZipFile(io.BytesIO(own.read(name))).namelist(), name
print(len(own.namelist()), own.namelist()[0])`, letters.path);
  hold(/^60 云岭市第\d\d局2020-修改意见\.docx/.test(names), names);
  holdEqual(log.complaints.join("; "), "", "complaints");
};

tests["hundreds of files can be stopped"] = async () => {
  const {page} = await ready();
  await page.setInputFiles("#folder", join(folder, "many"));
  await page.waitForFunction(() => document.getElementById("bar").value > 3);
  await page.click("#stop");
  hold(/^已停止，核查了\d+份，余下\d+份未核查/.test(await page.textContent("#status")), await page.textContent("#status"));
  await drop(page, "#drop", {name: "a.txt", bytes: example("report.txt")});
  await told(page, /核查完成：未发现错误/);
};

tests["one report can be saved in every format"] = async () => {
  const {page, context} = await ready();
  await drop(page, "#drop", {name: "wrong.docx", bytes: fixture("wrong.docx")});
  await told(page, done);
  const json = await downloaded(page, "#tool-findings_json");
  writeFileSync(join(folder, "wrong.docx"), fixture("wrong.docx"));
  let command;
  try {
    execFileSync(resolve("bin/govreport"), ["check", "--lang", "zh", "--format", "json", "wrong.docx"], {cwd: folder});
  } catch (failure) {
    command = failure.stdout;
  }
  hold(json.bytes.equals(command), "the JSON is not that of the command");
  hold(JSON.parse((await downloaded(page, "#tool-report_json")).bytes).schema === "govreport.report/1", "no report");
  hold(/^table\trow\tcolumn/.test((await downloaded(page, "#tool-cells_tsv")).bytes), "no cells");
  hold((await downloaded(page, "#tool-findings_csv")).bytes.toString().includes("disputes.total"), "no findings");
  const letter = await downloaded(page, "#tool-letter_docx");
  holdEqual(letter.name, "云岭市水务局2024-修改意见.docx", "name");
  hold(python(`
import sys, zipfile
print(zipfile.ZipFile(sys.argv[1]).read("word/document.xml").decode())`, letter.path).includes("分项合计3件"), "no finding in the letter");
  const annotated = await downloaded(page, "#tool-annotated_docx");
  hold(python(`
import sys, zipfile
print(zipfile.ZipFile(sys.argv[1]).read("word/comments.xml").decode())`, annotated.path).includes("分项合计3件"), "no comment");
  await page.click("#tool-copy");
  await told(page, /意见已复制/);
  const into = await context.newPage();
  await into.setContent('<div contenteditable id="into"></div>');
  await into.focus("#into");
  await into.keyboard.press("Control+V");
  hold(/<table[^]*分项合计3件/.test(await into.innerHTML("#into")), "the letter was not copied with its tables");
};

tests["links in the page of the report lead to places in it"] = async () => {
  const {page} = await ready();
  await drop(page, "#drop", {name: "wrong.docx", bytes: fixture("wrong.docx")});
  await told(page, done);
  const pane = page.frames()[1];
  await pane.waitForSelector("h1");
  const links = await pane.$$eval("a[href]", list => list.map(own => own.getAttribute("href")));
  for (const link of links) {
    hold(/^about:srcdoc#./.test(link), `${link} leads out of it`);
    hold(await pane.$(`[id="${link.replace(/^[^#]*#/, "")}"]`), `${link} leads nowhere`);
  }
  for (const link of links.slice(0, 3)) await pane.click(`a[href="${link}"] >> visible=true`);
  hold(/^about:srcdoc/.test(page.frames()[1].url()) && await page.frames()[1].$("h1"), page.frames()[1].url());
  await page.screenshot({path: `${shots}/links.png`, fullPage: true});
};

tests["what cannot be checked is a sentence, and the next file works"] = async () => {
  const {page} = await ready();
  const damaged = fixture("draft.docx");
  damaged.fill(0x55, 600, 1400);
  const cases = [
    [{name: "damaged.docx", bytes: damaged}, /^未能读取：.+/],
    [{name: "scan.pdf", bytes: "%PDF-1.7\n"}, /^未能读取：本页不读取 PDF/],
    [{name: "other.txt", bytes: "今天天气很好。"}, /^未能读取：.+/],
    [{name: "empty.txt", bytes: ""}, /^未能读取：.+/],
  ];
  for (const [file, pattern] of cases) {
    await drop(page, "#drop", file);
    await told(page, pattern);
    await drop(page, "#drop", {name: "good.txt", bytes: example("report.txt")});
    await told(page, /^核查完成：未发现错误/);
  }
  writeFileSync(join(folder, "large.html"), Buffer.alloc(50 << 20, "<p>1</p>\n"));
  await page.setInputFiles("#files", join(folder, "large.html"));
  await told(page, /^未能读取：文件超过32 MB/);
};

tests["what never ends is ended after 20 seconds"] = async () => {
  const {page} = await ready();
  await page.evaluate(() => { window.govreport.names.check = "endless"; });
  await drop(page, "#drop", {name: "a.txt", bytes: example("report.txt")});
  const start = Date.now();
  await told(page, /^未能读取：核查超过20秒，已停止/);
  hold(Date.now() - start > 15000, "ended early");
  await page.evaluate(() => { window.govreport.names.check = "unknown"; });
  await drop(page, "#drop", {name: "a.txt", bytes: example("report.txt")});
  await told(page, /^未能读取：核查时发生内部错误/);
  await page.evaluate(() => { delete window.govreport.names.check; });
  await drop(page, "#drop", {name: "a.txt", bytes: example("report.txt")});
  await told(page, /^核查完成：未发现错误/);
};

tests["it can be used with keys alone, and stands on small screens"] = async () => {
  for (const [name, size] of [["wide", {width: 1366, height: 768}], ["phone", {width: 390, height: 844}]]) {
    const {page} = await ready(size);
    await page.screenshot({path: `${shots}/${name}-empty.png`, fullPage: true});
    await holdAccessible(page, "empty");
    const reached = [];
    for (let i = 0; i < 6; i++) {
      await page.keyboard.press("Tab");
      reached.push(await page.evaluate(() => document.activeElement.textContent));
    }
    holdEqual(reached.join(), "English,选择文件,选择文件夹,选择文件,选择文件,如何核验本页", "order of keys");
    await drop(page, "#drop", {name: "a.txt", bytes: example("report-with-errors.txt")});
    await told(page, done);
    await page.waitForTimeout(200);
    await holdAccessible(page, "with findings");
    await holdPaneAccessible(page);
    await page.screenshot({path: `${shots}/${name}-report.png`, fullPage: true});
    const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    holdEqual(over, 0, `${name}: pixels beyond the screen`);
  }
};

tests["a script that was changed does not run"] = async () => {
  const path = join(folder, "changed.html");
  const html = readFileSync("build/page/govreport.html", "utf8");
  writeFileSync(path, html.replace('language = "zh"', 'language = "en"'));
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto("file://" + path);
  await page.waitForTimeout(500);
  hold(await page.isHidden("#app") && await page.isVisible("#old"), "the changed page runs");
};

tests["an old browser is told what it lacks"] = async () => {
  const {page} = await opened(undefined, own => own.addInitScript(() => { delete window.DecompressionStream; }));
  await page.waitForTimeout(500);
  hold(await page.isHidden("#app"), "the page begins");
  hold(/此浏览器缺少：DecompressionStream。/.test(await page.textContent("#old")), await page.textContent("#old"));
};

tests["nothing is kept"] = async () => {
  const {page, context} = await ready();
  await drop(page, "#drop", {name: "a.txt", bytes: example("report.txt")});
  await told(page, done);
  const kept = await page.evaluate(() => [localStorage.length, sessionStorage.length, document.cookie].join());
  holdEqual(kept, "0,0,", "storage");
  holdEqual((await context.cookies()).length, 0, "cookies");
  const sent = await page.evaluate(() => fetch("https://example.org/").then(() => "sent", () => "refused"));
  holdEqual(sent, "refused", "a request");
};

// ---- running them ---------------------------------------------------------------------------------

execFileSync("lua5.4", ["test/page_fixtures.lua", folder]);
const wanted = process.argv[2] || "";
let passed = 0;
let failed = 0;
for (const [name, run] of Object.entries(tests)) {
  if (!name.includes(wanted)) continue;
  try {
    await Promise.race([run(), new Promise((_, reject) => setTimeout(reject, longest, new Error("it takes too long")))]);
    passed++;
    console.log(`ok ${name}`);
  } catch (failure) {
    failed++;
    console.log(`not ok ${name}: ${failure.message.slice(0, 600)}`);
  }
  for (const context of browser.contexts()) await context.close();
}
await browser.close();
rmSync(folder, {recursive: true});
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed > 0 || passed === 0 ? 1 : 0);
