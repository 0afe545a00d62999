// What a browser must have, in words that the oldest one reads; the page shows a sentence until its script has run.
(function () {
  var missing = [];
  if (typeof WebAssembly !== "object") missing.push("WebAssembly");
  if (typeof DecompressionStream !== "function") missing.push("DecompressionStream");
  if (typeof Worker !== "function") missing.push("Worker");
  if (missing.length === 0) {
    try {   // browsers that do not know the page's policy refuse it
      new WebAssembly.Module(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]));
    } catch (refused) {
      missing.push("wasm-unsafe-eval");
    }
  }
  if (missing.length === 0) return;
  document.documentElement.setAttribute("data-old", "true");
  document.getElementById("missing").appendChild(
    document.createTextNode("\u6b64\u6d4f\u89c8\u5668\u7f3a\u5c11\uff1a" + missing.join("\u3001") + "\u3002"));
})();
