// The page: what is where, and what happens when something is done.
function tell(text) {
  $("status").textContent = text;
}

let sources = [];   // what is checked, or was
let others = [];    // names of files that were left out
let turn = 0;       // of the run that goes on; a new one ends it

function showTexts() {
  document.documentElement.lang = language === "zh" ? "zh-CN" : "en";
  document.title = say("title");
  for (const own of document.querySelectorAll("[data-text]")) own.textContent = say(own.dataset.text);
  $("language").textContent = language === "zh" ? "English" : "中文";
  $("language").lang = language === "zh" ? "en" : "zh-CN";
  for (const kind of ["previous", "published"]) showBeside(kind);
}

function showProgress(number, total) {
  $("bar").hidden = $("stop").hidden = number === null || total < 2;
  $("bar").max = total;
  $("bar").value = number || 0;
}

function tellDone(own, stopped) {
  if (stopped) return tell(say("stopped", {count: checks.length, left: sources.length - checks.length}));
  if (checks.length > 1) return tell(say("done", {count: checks.length}));
  return tell(own.failure ? say("unread_file", {message: own.failure}) : say("done_one", {verdict: verdictText(own)}));
}

// Checks all sources, one after the other; what was found so far is shown meanwhile.
async function checkAll() {
  const own = ++turn;
  checks = [];
  showReport(null);
  for (const [i, source] of sources.entries()) {
    tell(say("checking", {name: source.name, number: i + 1, total: sources.length}));
    showProgress(i, sources.length);
    const done = await check(source);
    if (own !== turn) return;
    checks.push(done);
    if (i % 10 === 9) showList(others);
  }
  finish(false);
}

function finish(stopped) {
  showProgress(null, 0);
  showList(others);
  if (checks.length === 1) showReport(checks[0]);
  tellDone(checks[0], stopped);
}

function stop() {
  turn++;
  finish(true);
}

function take(found) {
  const {taken, others: left} = sorted(found);
  if (taken.length === 0 && left.length === 0) return tell(say("nothing"));
  nextRound();
  sources = taken;
  others = left;
  if (taken.length > 0) return checkAll();
  checks = [];
  showReport(null);
  showList(others);
  return tell(say("nothing"));
}

// ---- the slots ------------------------------------------------------------------------------------

function showBeside(kind) {
  const own = beside[kind];
  $(kind).querySelector(".chosen").textContent = own ? own.name : "";
  $(kind).querySelector(".remove").hidden = !own;
}

function put(kind, source) {
  beside[kind] = source || null;
  showBeside(kind);
  if (sources.length > 0) checkAll();
}

// A place where files can be dropped; `use` gets them.
function droppable(place, use) {
  const over = is => event => {
    event.preventDefault();
    event.stopPropagation();
    place.classList.toggle("over", is);
  };
  place.addEventListener("dragover", over(true));
  place.addEventListener("dragleave", over(false));
  place.addEventListener("drop", event => {
    over(false)(event);
    dropped(event.dataTransfer).then(use);
  });
}

// A button that opens the browser's window for files.
function choosing(button, input, use) {
  button.addEventListener("click", () => input.click());
  input.addEventListener("change", () => {
    const found = chosen(input);
    input.value = "";
    if (found.length > 0) use(found);
  });
}

function setUpSlots() {
  droppable($("drop"), take);
  choosing($("choose"), $("files"), take);
  choosing($("choose-folder"), $("folder"), take);
  for (const kind of ["previous", "published"]) {
    const use = found => put(kind, found[0]);
    droppable($(kind), use);
    choosing($(kind).querySelector(".choose"), $(kind).querySelector("input"), use);
    $(kind).querySelector(".remove").addEventListener("click", () => put(kind, null));
  }
  // Beside the slots a file is taken for a report; the browser does not open it in place of the page.
  droppable(document.body, take);
  document.addEventListener("paste", event => {
    const found = pasted(event.clipboardData);
    if (found.length === 0) return;
    event.preventDefault();
    take(found);
  });
}

// ---- the beginning --------------------------------------------------------------------------------

function setUpTools() {
  $("stop").addEventListener("click", stop);
  $("filter").addEventListener("change", showRows);
  const saving = save => () => save().then(() => tellDone(checks[0], false), failure => tell(failureText(failure)));
  $("sheet").addEventListener("click", saving(saveSheet));
  $("letters").addEventListener("click", saving(saveLetters));
  $("language").addEventListener("click", () => {
    language = language === "zh" ? "en" : "zh";
    showTexts();
    if (sources.length > 0) checkAll();
    else tell(say("ready"));
  });
}

async function begin() {
  $("old").hidden = true;
  $("app").hidden = false;
  showTexts();
  setUpSlots();
  setUpTools();
  tell(say("starting"));
  const [names] = await engine.askTexts("made");
  made = names.split("\n");
  if (sources.length === 0) tell(say("ready"));
  document.documentElement.dataset.ready = "true";
  await engine.ask("warm");
  titles = JSON.parse((await engine.askTexts("rules"))[0]);
}

// For tests: what runs the library.
window.govreport = engine;
if (!document.documentElement.dataset.old) begin().catch(failure => tell(failureText(failure)));
