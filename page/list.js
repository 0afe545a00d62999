// Many reports: a row each, the worst first, and what is made of all of them.
let checks = [];
let titles = {};   // of the rules, by id

const told = ["error", "warning", "info"];   // the severities of what is about the report

const rankOf = ({error, warning, info, verdict}) => [error, verdict === "undecided" ? 1 : 0, warning, info];

// More errors first, then what cannot be decided, more warnings, more hints; what could not be read stands at the end.
function isWorse(a, b) {
  if (!a.summary !== !b.summary) return a.summary ? -1 : 1;
  const ranks = a.summary ? [rankOf(a.summary), rankOf(b.summary)] : [[], []];
  const differing = ranks[0].findIndex((value, i) => value !== ranks[1][i]);
  if (differing >= 0) return ranks[1][differing] - ranks[0][differing];
  return a.source.name < b.source.name ? -1 : 1;
}

function rowOf(own) {
  const {summary, failure} = own;
  const open = element("button", {type: "button", textContent: [bodyOf(own), summary && summary.year].filter(Boolean).join(" ")});
  const row = element("tr", {},
    element("td", {}, open), element("td", {className: verdictOf(own), textContent: verdictText(own)}),
    element("td", {className: "number", textContent: failure ? "" : summary.error}),
    element("td", {className: "number", textContent: failure ? "" : summary.warning}),
    element("td", {className: "number", textContent: failure ? "" : `${summary.read}/${summary.expected}`}),
    element("td", {className: "file", textContent: own.source.name}));
  open.addEventListener("click", () => {
    for (const other of $("rows").children) other.removeAttribute("aria-current");
    row.setAttribute("aria-current", "true");
    showReport(own);
    $("report-title").focus();
  });
  if (own === shown) row.setAttribute("aria-current", "true");
  return row;
}

const hasRule = (own, rule) => !rule || (own.summary && own.summary.findings.some(found => found.rule === rule));

function showFilter() {
  const counts = new Map();
  for (const {summary} of checks) {
    const rules = new Set(summary ? summary.findings.filter(found => told.includes(found.severity)).map(found => found.rule) : []);
    for (const rule of rules) counts.set(rule, (counts.get(rule) || 0) + 1);
  }
  const kept = $("filter").value;
  const listed = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  $("filter").replaceChildren(element("option", {value: "", textContent: say("all")}), ...listed.map(([rule, count]) =>
    element("option", {value: rule, textContent: `${titles[rule] ? titles[rule][language] : rule} (${count})`})));
  $("filter").value = counts.has(kept) ? kept : "";
}

function showRows() {
  const rule = $("filter").value;
  $("rows").replaceChildren(...checks.filter(own => hasRule(own, rule)).sort(isWorse).map(rowOf));
}

function showList(others) {
  $("list").hidden = checks.length < 2 && others.length === 0;
  $("others").textContent = others.length === 0 ? ""
    : say("others", {count: others.length, names: others.join(say("separator"))});
  showFilter();
  showRows();
}

// What is made of each of some reports, in turn.
async function ofEach(list, use) {
  for (const [i, own] of list.sort(isWorse).entries()) {
    tell(say("making", {name: own.source.name, number: i + 1, total: list.length}));
    await use(own);
  }
}

// What could not be read has a row as well: nothing may seem to be without findings that was not checked.
async function rowsOf(own, answer) {
  const request = requestOf(own.source);
  if (own.failure) return engine.ask("sheet_unread", request, answer, own.failure);
  return engine.ask("sheet", request, answer, await contentOf(own.source), await previousContent(), own.since);
}

async function saveSheet() {
  const pieces = [];
  await ofEach([...checks], async own => pieces.push(...await rowsOf(own, pieces.length === 0 ? say("answer") : "")));
  download(say("name_sheet") + ".csv", new Blob(pieces));
}

// Names in an archive, each once.
function unique(name, names) {
  let free = name;
  for (let i = 2; names.has(free); i++) free = name.replace(/(\.[^.]*)$/, `(${i})$1`);
  names.add(free);
  return free;
}

async function saveLetters() {
  const names = new Set();
  const parts = [];
  await ofEach(checks.filter(own => own.summary), async own => {
    const letter = await make("letter_docx", own);
    parts.push(unique(nameOf(own, say("name_letter"), "docx"), names), letter);
  });
  const [bytes, code] = await engine.ask("pack", "{}", ...parts);
  if (bytes.length === 0) throw say("cannot", {message: decoder.decode(code)});
  download(say("name_letter") + ".zip", bytes);
}
