// Files that are handed to the browser's folder of downloads.
const types = {
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document", zip: "application/zip",
  csv: "text/csv", json: "application/json", tsv: "text/tab-separated-values",
};

// A name that every system takes: of a report and what is in the file.
function nameOf(check, what, ending) {
  const year = check.summary && check.summary.year ? check.summary.year : "";
  return `${bodyOf(check)}${year}-${what}.${ending}`.replace(/[\x00-\x1f\\/:*?"<>|]/g, "_").slice(-120);
}

function download(name, content) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([content], {type: types[name.replace(/^.*\./, "")]}));
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 60000);
}

// Copies a letter so that word processors take its tables; false where the browser does not let it.
function copy(html) {
  const text = new DOMParser().parseFromString(html, "text/html").body.innerText;
  const put = event => {
    event.clipboardData.setData("text/html", html);
    event.clipboardData.setData("text/plain", text);
    event.preventDefault();
  };
  document.addEventListener("copy", put);
  const done = document.execCommand("copy");
  document.removeEventListener("copy", put);
  return done;
}
