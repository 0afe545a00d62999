// Puts the page together: node page/assemble.mjs FOLDER leaves FOLDER/govreport.html, one file that needs no other.
import {createHash} from "node:crypto";
import {readFileSync, statSync, writeFileSync} from "node:fs";
import {gzipSync} from "node:zlib";

const folder = process.argv[2];
const read = path => readFileSync(path, "utf8");
const packed = path => gzipSync(readFileSync(path), {level: 9}).toString("base64");

const scripts = ["texts", "engine", "files", "checks", "download", "report", "list", "page"];
const script = `"use strict";\n{\n${scripts.map(name => read(`page/${name}.js`)).join("\n")}\n}\n`;
const old = read("page/old.js");
if (/<\/script|<!--/i.test(script + old)) throw new Error("a script would end too early");

// Exactly these scripts run, the library among them; nothing else is fetched, sent or opened.
const hash = text => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
const policy = [
  "default-src 'none'", `script-src ${hash(old)} ${hash(script)} 'wasm-unsafe-eval' blob:`, "worker-src blob:",
  "style-src 'unsafe-inline'", "img-src data: blob:", "connect-src 'none'", "base-uri 'none'", "form-action 'none'",
].join("; ");

const version = read("lua/govreport/base/version.lua").match(/return "([^"]*)"/)[1];
const licences = ["lua5.4", "lua-lpeg", "zlib", "libzip", "expat"].map(
  name => `${name}\n\n${read(`${folder}/source/${name}/debian/copyright`).trim()}`);
const escaped = text => text.replace(/&/g, "&amp;").replace(/</g, "&lt;");

const parts = {
  policy, version, style: read("page/page.css"), old, script,
  licences: escaped([`govreport\n\n${read("LICENSE").trim()}`, ...licences].join("\n\n----\n\n")),
  worker: Buffer.from(`${read(`${folder}/core.js`)}\n${read("page/worker.js")}`).toString("base64"),
  wasm: packed(`${folder}/core.wasm`), modules: packed(`${folder}/modules`),
};
const page = read("page/template.html").replace(/@(\w+)@/g, (_, name) => parts[name]);
writeFileSync(`${folder}/govreport.html`, page);

const kilobytes = path => `${Math.round(statSync(path).size / 1024)} KB`;
console.log(`  PAGE ${folder}/govreport.html: ${kilobytes(`${folder}/govreport.html`)} (wasm ${kilobytes(`${folder}/core.wasm`)}, `
  + `Lua ${kilobytes(`${folder}/modules`)}), sha256 ${createHash("sha256").update(page).digest("hex")}`);
