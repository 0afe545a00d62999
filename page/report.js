// One report: its verdict, what is known beside it, what can be done, and its page in a pane.
const $ = id => document.getElementById(id);

function element(name, properties = {}, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

let shown = null;   // the check in the pane

function sameText({verdict, failure}) {
  if (failure) return say("same_unread", {message: failure});
  return say(verdict === "same" ? "same" : "same_" + verdict);
}

function factsOf({summary, same}) {
  const facts = [say("cells", summary), say("counts", summary)];
  if (summary.rounds) facts.push(say("rounds", summary.rounds));
  if (same) facts.push(sameText(same));
  if (summary.problem) facts.push(say("problem", {message: summary.problem}));
  return facts.map(text => element("li", {textContent: text}));
}

// What this program could not read is told apart from what the report says.
function noticesOf({summary}) {
  const list = summary.findings.filter(({severity}) => severity === "notice");
  if (list.length === 0) return [];
  const items = list.map(({message}) => element("li", {textContent: message}));
  return [element("li", {textContent: say("notices", {count: list.length})}, element("ul", {}, ...items))];
}

// The page of the report. What is shown there is one text of HTML without scripts.
function showPage(page) {
  $("pane").hidden = !page;
  $("pane").title = say("pane");
  // Links within it would else lead to this page.
  $("pane").srcdoc = (page || "<!DOCTYPE html><title>-</title>").replace(/href="#/g, 'href="about:srcdoc#');
}

async function copyLetter(own) {
  try {
    const letter = decoder.decode(await make("letter_html", own));
    tell(say(copy(letter) ? "copied" : "copy_failed"));
  } catch (failure) {
    tell(failureText(failure));
  }
}

const tools = [
  {key: "copy", run: copyLetter},
  {key: "print", run: () => $("pane").contentWindow.print()},
  {key: "letter_docx", what: "name_letter", ending: "docx"},
  {key: "annotated_docx", what: "name_annotated", ending: "docx", fits: own => /\.doc[xm]$/i.test(own.source.name)},
  {key: "findings_csv", what: "name_findings", ending: "csv"},
  {key: "findings_json", what: "name_findings", ending: "json"},
  {key: "cells_tsv", what: "name_data", ending: "tsv"},
  {key: "report_json", what: "name_data", ending: "json"},
];

let made = [];   // the names of what the library can make

async function save(tool, own) {
  try {
    const content = tool.key === "findings_json" ? own.json : await make(tool.key, own);
    download(nameOf(own, say(tool.what), tool.ending), content);
  } catch (failure) {
    tell(failureText(failure));
  }
}

function toolsOf(own) {
  const fitting = tools.filter(tool => (!tool.what || tool.key === "findings_json" || made.includes(tool.key))
                                       && (!tool.fits || tool.fits(own)));
  return fitting.map(tool => {
    const button = element("button", {type: "button", id: "tool-" + tool.key, textContent: say(tool.key)});
    button.addEventListener("click", () => (tool.run ? tool.run(own) : save(tool, own)));
    return button;
  });
}

function showSame(same) {
  const differs = same && same.text && same.verdict !== "same";
  $("same").hidden = !differs;
  $("same").querySelector("pre").textContent = differs ? same.text : "";
}

function showReport(own) {
  shown = own;
  $("report").hidden = !own;
  document.body.classList.toggle("checked", Boolean(own) || checks.length > 1);
  if (!own) return;
  const {summary, failure} = own;
  $("report-title").textContent = (summary && summary.title) || own.source.name;
  $("verdict").textContent = verdictText(own);
  $("verdict").className = verdictOf(own);
  $("facts").replaceChildren(...(failure ? [element("li", {textContent: failure})] : [...factsOf(own), ...noticesOf(own)]));
  $("tools").replaceChildren(...(failure ? [] : toolsOf(own)));
  showSame(own.same);
  showPage(own.page);
}
