// The worker of the page in node: the same script and the same bytes, taken out of the page, in a context of its own.
//   const core = await open("build/page/govreport.html"); const [bytes] = await core.call("version")
import {readFileSync} from "node:fs";
import vm from "node:vm";

function block(html, id) {
  const found = html.match(new RegExp(`<script type="[^"]*" id="${id}">([^<]*)</script>`));
  if (!found) throw new Error(`the page has no ${id}`);
  return found[1];
}

export function open(path) {
  const html = readFileSync(path, "utf8");
  const waiting = new Map();
  const self = {location: {href: ""}, postMessage({number, results, fault}) {
    const {resolve, reject} = waiting.get(number);
    if (fault) reject(new Error(fault));
    else resolve(results.map(bytes => Buffer.from(bytes)));
  }};
  const context = vm.createContext({self, importScripts() {}, location: self.location, Blob, Response, TextEncoder, TextDecoder,
    DecompressionStream, WebAssembly, performance, console, setTimeout, clearTimeout, crypto: globalThis.crypto});
  vm.runInContext(Buffer.from(block(html, "worker"), "base64").toString(), context, {filename: "worker.js"});
  let count = 0;
  const ask = data => new Promise((resolve, reject) => {
    waiting.set(++count, {resolve, reject});
    self.onmessage({data: {...data, number: count}});
  });
  const unpack = id => new Uint8Array(Buffer.from(block(html, id), "base64"));
  return ask({wasm: unpack("wasm"), modules: unpack("modules")}).then(
    () => ({call: (name, ...texts) => ask({name, texts})}));
}
