// Checking: a source becomes a check, which holds what the library said of it.
//   {source, summary, json, page, same, failure}     summary, json and page: see browser.check; failure: why there is none

const nothing = new Uint8Array(0);

// What stands beside the reports: sources, or null.
const beside = {previous: null, published: null};

// What was found in earlier rounds and in this one, by what identifies a report: its body and year, else the name of its
// file. A round begins with files that are put in; the same files in another language, or with another report beside them,
// are the same round.
const rounds = new Map();
const latest = new Map();

function nextRound() {
  for (const [subject, json] of latest) rounds.set(subject, json);
  latest.clear();
}

function today() {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map(part => String(part).padStart(2, "0")).join("-");
}

function requestOf(source) {
  const names = Object.entries(beside).filter(([, own]) => own).map(([kind, own]) => [kind, own.name]);
  return JSON.stringify({name: source.name, lang: language, today: today(), ...Object.fromEntries(names)});
}

const previousContent = async () => (beside.previous ? contentOf(beside.previous) : nothing);

function failureText(failure) {
  if (typeof failure === "string") return failure;
  if (failure.kind === "slow") return say("too_slow", {limit: longest});
  return say("fault", {detail: failure.message.split("\n")[0]});
}

async function asked(source, bytes, since) {
  const [summary, json, page] = await engine.askTexts("check", requestOf(source), bytes, await previousContent(), since);
  return {source, summary: JSON.parse(summary), json, page, since};
}

async function sameAs(source, bytes) {
  if (!beside.published) return null;
  const [answer] = await engine.askTexts("same", requestOf(source), bytes, await contentOf(beside.published));
  return JSON.parse(answer);
}

// Checks a source, and once more with the findings of its last check beside it where there was one.
async function checkOnce(source) {
  const bytes = await contentOf(source);
  let check = await asked(source, bytes, "");
  if (check.summary.failure) return {source, failure: check.summary.failure.message};
  const subject = check.summary.subject || source.name;
  const earlier = rounds.get(subject);
  if (earlier) check = await asked(source, bytes, earlier);
  latest.set(subject, check.json);
  check.same = await sameAs(source, bytes).catch(failure => ({failure: failureText(failure)}));
  return check;
}

// A check in any case: why it failed is part of it.
async function check(source) {
  const made = await checkOnce(source).catch(failure => ({source, failure: failureText(failure)}));
  return made.failure && source.instead ? check(source.instead) : made;
}

// One of the files that can be downloaded of a report; throws a text where it cannot be made.
async function make(kind, {source, since}) {
  const [bytes, message] = await engine.ask("make", requestOf(source), kind, await contentOf(source),
                                            await previousContent(), since);
  if (bytes.length === 0) throw say("cannot", {message: decoder.decode(message)});
  return bytes;
}

const verdictOf = ({summary, failure}) => (failure ? "unread" : summary.verdict);
const verdictText = ({summary, failure}) => (failure ? say("unread") : summary.verdict_text);
const bodyOf = ({source, summary}) => (summary && summary.agency) || source.name.replace(/^.*\//, "").replace(/\.[^.]*$/, "");
