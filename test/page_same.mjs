// Whether the page answers as the command does, byte for byte: node test/page_same.mjs FILE|FOLDER…; examples/ without any.
import {execFileSync} from "node:child_process";
import {readFileSync, readdirSync, statSync} from "node:fs";
import {open} from "./page_core.mjs";

const reports = /\.(docx|html?|xml|txt|md)$/i;

function filesOf(path) {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path, {recursive: true}).sort().map(name => `${path.replace(/\/$/, "")}/${name}`).filter(
    name => reports.test(name) && statSync(name).isFile());
}

// What the command prints, whatever it thinks of the report.
function ofCommand(path, lang, format) {
  const command = {check: ["check", "--format", "json"], extract: ["extract", "--to", "json"]}[format];
  try {
    return execFileSync("bin/govreport", [...command, "--lang", lang, path], {stdio: ["ignore", "pipe", "ignore"], maxBuffer: 1 << 28});
  } catch (failure) {
    return failure.stdout;
  }
}

function today() {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map(part => String(part).padStart(2, "0")).join("-");
}

async function ofPage(core, path, lang, format) {
  const request = JSON.stringify({name: path, lang, today: today()});
  const bytes = readFileSync(path);
  if (format === "check") return (await core.call("check", request, bytes, "", ""))[1];
  return (await core.call("make", request, "report_json", bytes, "", ""))[0];
}

const paths = process.argv.length > 2 ? process.argv.slice(2) : ["examples"];
const core = await open("build/page/govreport.html");
let passed = 0;
let failed = 0;
for (const path of paths.flatMap(filesOf)) {
  for (const [lang, format] of [["zh", "check"], ["en", "check"], ["zh", "extract"]]) {
    const [own, command] = [await ofPage(core, path, lang, format), ofCommand(path, lang, format)];
    if (own.equals(command)) passed++;
    else {
      failed++;
      console.log(`not ok ${path} (${format}, ${lang}): ${own.length} bytes, the command has ${command.length}`);
    }
  }
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
