// Runs the library apart from the page. First comes what was packed; then requests, each answered by its number:
//   {number, name, texts: [string or Uint8Array]}  ->  {number, results: [Uint8Array]} or {number, fault}
// Whatever goes wrong, the page ends this worker and starts another one.
"use strict";

async function unpacked(packed) {
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();

// Copies a text to where the library can read it, while `use` runs with its place and size.
function lent(core, text, use) {
  const bytes = typeof text === "string" ? encoder.encode(text) : text;
  const place = core._malloc(bytes.length + 1);
  if (place === 0) throw new RangeError("no memory");
  core.HEAPU8.set(bytes, place);
  core.HEAPU8[place + bytes.length] = 0;
  const made = use(place, bytes.length);
  core._free(place);
  return made;
}

function resultOf(core, i) {
  const size = core._gr_browser_result_size(i);
  const place = core._gr_browser_result(i);
  return core.HEAPU8.slice(place, place + size);
}

function call(core, name, texts) {
  lent(core, name, place => core._gr_browser_begin(place));
  for (const text of texts) {
    if (lent(core, text, (place, size) => core._gr_browser_push(place, size)) !== 0) throw new RangeError("no memory");
  }
  const count = core._gr_browser_call();
  if (count < 0) throw new Error(decoder.decode(resultOf(core, 0)));
  return Array.from({length: count}, (_, i) => resultOf(core, i));
}

async function started({wasm, modules}) {
  const core = await loadCore({wasmBinary: await unpacked(wasm), print() {}, printErr() {}});
  const failed = await unpacked(modules).then(
    bytes => lent(core, bytes, (place, size) => core._gr_browser_start(place, size)));
  if (failed) throw new Error(decoder.decode(resultOf(core, 0)));
  return core;
}

let core;

self.onmessage = ({data}) => {
  if (data.wasm) core = started(data);
  core.then(own => {
    const results = data.name ? call(own, data.name, data.texts) : [];
    self.postMessage({number: data.number, results}, results.map(bytes => bytes.buffer));
  }).catch(fault => self.postMessage({number: data.number, fault: String(fault)}));
};
