// Files as they come in: chosen, dropped, pasted; folders with all that is below them.
const megabytes = 32;   // what is checked well within the time of a request
const readable = /\.(docx|docm|dotx|dotm|html?|mht|mhtml|txt|md|markdown)$/i;
const unreadable = /\.(pdf|docx?|wps|rtf|odt|ofd)$/i;   // whose names say that they may be reports

const sourceOf = (name, blob) => ({name, blob});

// A folder as all files below it, by their paths.
async function filesBelow(entry, path, found) {
  if (entry.isFile) {
    const file = await new Promise((resolve, reject) => entry.file(resolve, reject));
    found.push(sourceOf(path + file.name, file));
    return;
  }
  const reader = entry.createReader();
  for (;;) {
    const entries = await new Promise((resolve, reject) => reader.readEntries(resolve, reject));
    if (entries.length === 0) return;
    for (const inner of entries) await filesBelow(inner, path + entry.name + "/", found);
  }
}

async function dropped(transfer) {
  const entries = [...transfer.items].filter(item => item.kind === "file").map(
    item => item.webkitGetAsEntry && item.webkitGetAsEntry());
  const files = [...transfer.files];
  if (!entries.some(entry => entry && entry.isDirectory)) return files.map(file => sourceOf(file.name, file));
  const found = [];
  for (const entry of entries) {
    if (entry) await filesBelow(entry, "", found);
  }
  return found;
}

const chosen = input => [...input.files].map(file => sourceOf(file.webkitRelativePath || file.name, file));

// What was pasted: files; else the page that word processors put there, which keeps the tables, and the text beside it.
function pasted(clipboard) {
  if (clipboard.files.length > 0) return [...clipboard.files].map(file => sourceOf(file.name, file));
  const html = clipboard.getData("text/html");
  const text = clipboard.getData("text/plain");
  const plain = text.trim() ? sourceOf(say("pasted") + ".txt", new Blob([text])) : null;
  if (!html.trim()) return plain ? [plain] : [];
  return [{...sourceOf(say("pasted") + ".html", new Blob([html])), instead: plain}];
}

// Those of many that may be reports, in the order of their names, and the names of the others. One file is taken as it is:
// what is wrong with it is told.
function sorted(sources) {
  if (sources.length === 1) return {taken: sources, others: []};
  const visible = sources.filter(({name}) => !/(^|\/)[.~]/.test(name));
  const taken = visible.filter(({name}) => readable.test(name));
  taken.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  return {taken, others: visible.filter(({name}) => !readable.test(name) && unreadable.test(name)).map(({name}) => name)};
}

// The content of a source; throws a text for people where there is none.
async function contentOf({blob}) {
  if (blob.size > megabytes << 20) throw say("too_large", {limit: megabytes});
  let bytes;
  try {
    bytes = new Uint8Array(await blob.arrayBuffer());
  } catch {
    throw say("gone");
  }
  if (decoder.decode(bytes.subarray(0, 5)) === "%PDF-") throw say("pdf");
  return bytes;
}
