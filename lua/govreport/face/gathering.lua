--- Gathering: very many documents as one dataset, on one machine or on many.

local argument = require "govreport.base.argument"
local file = require "govreport.base.file"
local forms = require "govreport.form"
local known_options = require "govreport.base.options"
local overlay = require("govreport.form.extension").overlay
local sources = require "govreport.face.sources"

local gathering = {}

-- Processes that read where nothing else is asked for.
local usual_jobs = 2

-- ---- what a dataset is made with ----------------------------------------------------------------

-- A value as a text that is the same for the same value: a file is its content, a function its code.
local function told(value)
  local kind = type(value)
  if kind == "function" then return string.dump(value, true) end
  if kind == "string" then return file.read(value, file.usual_limit) or value end
  if kind ~= "table" then return tostring(value) end
  local keys, texts = {}, {}
  for key in pairs(value) do keys[#keys + 1] = key end
  table.sort(keys, function(a, b) return tostring(a) < tostring(b) end)
  for i, key in ipairs(keys) do texts[i] = tostring(key) .. "=" .. told(value[key]) end
  return "{" .. table.concat(texts, "\0") .. "}"
end

-- The waivers that hold on the day of the options. The day itself makes no difference but to rules that are added: they
-- may look at it.
local function of_the_day(options)
  local accepted, has_rules = options.waivers, options.rules and #options.rules > 0
  if type(accepted) == "string" then accepted = require("govreport.check.waivers").load(accepted) end
  return {waivers = accepted and accepted:valid(options.today), today = has_rules and options.today or nil}
end

-- What else than the documents decides what a dataset holds.
local function made_with(options)
  local list, day = {}, of_the_day(options)
  for i, name in ipairs{"rules", "select", "ignore", "severity", "units", "encoding", "lang"} do
    list[i] = name .. "=" .. told(options[name])
  end
  list[#list + 1] = "waivers=" .. told(day.waivers)
  list[#list + 1] = "today=" .. told(day.today)
  for _, id in ipairs(forms.list()) do
    local source = forms.source(id)
    if source ~= forms.rock then list[#list + 1] = id .. "=" .. told(source:match "^(.-):%d+$" or source) end
  end
  return list
end

-- ---- documents ----------------------------------------------------------------------------------

-- The manifest that the options name; nil, message, code where it cannot be read.
local function manifest_of(options)
  local manifest = require "govreport.dataset.manifest"
  if not options.manifest then return manifest.none() end
  local found, code, fields = manifest.read(options.manifest)
  if found then return found end
  return sources.failure({lang = options.lang, name = options.manifest}, code, fields)
end

local function list_documents(paths, options)
  local listed, message, code = manifest_of(options)
  if not listed then return nil, message, code end
  local documents, failures = require("govreport.dataset.documents").new(options.encoding), {}
  if #paths == 0 then
    for entry in listed:each() do documents:add(entry.path, entry) end
    return documents, failures
  end
  local found = require("govreport.batch.sources").each_file(paths, options.lang or "zh", function(source)
    local name = sources.name(source)
    if type(source) == "table" and source.code then   -- standard input that could not be read
      failures[#failures + 1] = {path = name, message = source.message, code = source.code}
    else
      documents:add(source, listed:find(name) or {})
    end
  end)
  return documents, table.move(failures, 1, #failures, #found + 1, found)
end

-- The documents of some paths; of none those of the manifest. Each file is there once.
-- @return Documents; list of `{path, message, code}` for what is not among them. Or nil, message, code
local function documents_of(paths, options)
  local ok, documents, failures, code = pcall(list_documents, paths, options)
  if ok then return documents, failures, code end
  if type(documents) ~= "table" or not documents.code then error(documents, 0) end
  return sources.failure({lang = options.lang}, documents.code, {detail = documents.detail})
end

-- What opens a document for a worker.
-- @return function(job, look) -> Report; or nil, message, code
local function opener(lang)
  return function(own, look)
    local function make(bytes, options)
      if not look(bytes) then return nil end
      return sources.parse(bytes, options)
    end
    local options = {lang = lang, encoding = own.encoding, name = own.file}
    if own.content then return sources.spare(options, make, own.content, options) end
    return sources.of_file(make, own.path, options)
  end
end

-- ---- the dataset --------------------------------------------------------------------------------

-- What workers need.
-- @param opened the options with what they name by a path read
local function context_of(options, opened, check)
  local context = require("govreport.dataset.collect").context(made_with(options))
  context.open, context.check, context.before = opener(options.lang), check, options.before
  context.units, context.lang = opened.units, options.lang or "zh"
  return context
end

-- The options that a checker takes.
local function checker_options(opened) return (sources.split(opened, require("govreport.check").option_keys)) end

-- The kind of a dataset; nil where neither the options nor the path say it.
local function kind_of(options) return options.to or require("govreport.dataset.sinks").kind(options.output) end

local function no_kind(path)
  return "a name that ends with .sqlite, .jsonl or .xlsx, or a folder, is expected: '" .. path .. "'"
end

local function limits_of(options)
  local usual = require("govreport.dataset.collect").limits
  return {seconds = options.seconds or usual.seconds, memory = options.memory or usual.memory,
          cpu_seconds = math.min(options.seconds or math.huge, usual.cpu_seconds)}
end

--- Reads documents into one dataset: every report with its cells, parts, quantities and findings. Documents are read by
-- processes of their own, each within limits; what ends one of them costs that document alone.
-- @param paths list of files and folders (see `govreport.files`), or of `{name, bytes}`; none for those of the manifest
-- @param options those of `govreport.checker`, where `units` may be a path, and `encoding`; `output`, the path of the
-- dataset (.sqlite, .jsonl, .xlsx, or a folder of CSV files), `to`, its kind where the path does not say it; `update`,
-- whether what is there already is kept; `manifest`, the path of a CSV file; `jobs`, how many processes (2; 0: this one
-- alone); `seconds` and `memory` (bytes) that a document may take; `cells`, false for no sheet of cells in .xlsx;
-- `progress`, function(summary); `before`, function(file), called in the process that reads a document before it does
-- @return summary `{files, done, ok, same, partly, unread = {status = number}, failures = list of {name, status,
-- message, code}, peak}`; or nil, message, code
function gathering.dataset(paths, options)
  if type(paths) == "string" then paths = {paths} end
  argument.list("dataset", "paths", paths, sources.is_one, sources.kind)
  local keys = overlay(require("govreport.check").option_keys, known_options.dataset)
  options = argument.options("dataset", options, keys)
  argument.type("dataset", "options.output", "string", options.output)
  local kind = kind_of(options) or argument.wrong("dataset", "options.output", no_kind(options.output))
  local documents, failures, code = documents_of(paths, options)
  if not documents then return nil, failures, code end
  local opened, message, reason = sources.with_opened(options, "units")
  if not opened then return nil, message, reason end
  local check = argument.checked(require("govreport.check").checker, checker_options(opened))
  local context = context_of(options, opened, check)
  local summary, problem, fields = require("govreport.dataset.collect").run(documents, options.output, context, {
    kind = kind, update = options.update, jobs = options.jobs or usual_jobs, limits = limits_of(options),
    progress = options.progress, cells = options.cells})
  if not summary then return sources.failure({lang = options.lang, name = options.output}, problem, fields) end
  for _, failure in ipairs(failures) do
    require("govreport.dataset.failures").add(summary.failures, {
      name = failure.path, status = "unreadable", message = failure.message, code = failure.code})
  end
  summary.files = summary.files + #failures
  summary.unread.unreadable = summary.unread.unreadable + #failures
  return summary
end

--- The exit code of a command about a dataset: 3 where a document was not read, else 0.
function gathering.dataset_exit_code(summary) return #summary.failures > 0 and 3 or 0 end

-- ---- many machines ------------------------------------------------------------------------------

--- Answers records, each with one line of JSON, in order; see docs/worker.md.
-- @param input `next(may_wait)`, which gives a line without its end; nil at the end; nil, true where there is none
-- yet, which it may say unless it may wait
-- @param write function(line)
-- @param options those of `govreport.checker`, where `units` may be a path; `encoding`, `jobs` (1), `seconds`,
-- `memory`, `before`
-- @return how many records there were; or nil, message, code
function gathering.worker(input, write, options)
  local keys = overlay(require("govreport.check").option_keys, known_options.worker)
  options = argument.options("worker", options, keys)
  local opened, message, code = sources.with_opened(options, "units")
  if not opened then return nil, message, code end
  local check = argument.checked(require("govreport.check").checker, checker_options(opened))
  local context = context_of(options, opened, check)
  local ok, count = pcall(require("govreport.dataset.serve").all, input, write, context,
                          {jobs = options.jobs or 1, limits = limits_of(options)})
  if ok then return count end
  if type(count) ~= "table" or not count.sink then error(count, 0) end
  return sources.failure({lang = options.lang, name = "govreport worker"}, count.code, count.fields)
end

--- Plans documents for many machines: the files of a plan, in which each of some shards is a file of records for
-- `govreport worker`.
-- @param paths those of `govreport.dataset`
-- @param options `shards` (how many), `manifest`, `encoding`, `lang`
-- @return list of `{name, text}`, and of `{path, message, code}` for what is not among them; or nil, message, code
function gathering.plan(paths, options)
  if type(paths) == "string" then paths = {paths} end
  argument.list("plan", "paths", paths, function(item) return type(item) == "string" end, "a path")
  options = argument.options("plan", options, known_options.plan)
  argument.type("plan", "options.shards", "number", options.shards)
  local documents, failures, code = documents_of(paths, options)
  if not documents then return nil, failures, code end
  local named = {}
  for own in documents:each() do
    if utf8.len(own.path) then named[#named + 1] = own
    else
      local _, message, reason = sources.failure({lang = options.lang, name = own.file}, "plan.name")
      failures[#failures + 1] = {path = own.path, message = message, code = reason}
    end
  end
  return require("govreport.dataset.plan").files(named, options.shards), failures
end

-- Some names of files, and how many there are beside them.
local function names_of(files)
  local shown = table.move(files, 1, math.min(#files, 10), 1, {})
  local more = #files > #shown and " …" or ""
  return {zh = table.concat(shown, "、") .. more, en = table.concat(shown, ", ") .. more}
end

--- Puts the answers of workers together into one dataset, the same as if one program had read all.
-- @param plan the folder of the plan
-- @param answers list of files that hold the answers to all its records, each once
-- @param options `output`, `to`, `jobs`, `cells`, `lang`, `progress`
-- @return the summary of `govreport.dataset`; or nil, message, code (`merge.missing`, `merge.twice`, …)
function gathering.merge(plan, answers, options)
  argument.type("merge", "plan", "string", plan)
  argument.list("merge", "answers", answers, function(item) return type(item) == "string" end, "a path")
  options = argument.options("merge", options, known_options.merge)
  argument.type("merge", "options.output", "string", options.output)
  local kind = kind_of(options) or argument.wrong("merge", "options.output", no_kind(options.output))
  local failure = {lang = options.lang, name = plan}
  local paths, code, fields = require("govreport.dataset.plan").records(plan)
  if not paths then return sources.failure(failure, code, fields) end
  local found, wrong, more = require("govreport.dataset.merge").open(paths, answers)
  if not found then
    if more.files then more.files = names_of(more.files) end
    return sources.failure(failure, wrong, more)
  end
  local collect = require "govreport.dataset.collect"
  local context = collect.context{}
  context.lang = options.lang or "zh"
  local summary, problem, about = collect.merge(found, options.output, context, {
    kind = kind, jobs = options.jobs or usual_jobs, progress = options.progress, cells = options.cells})
  if summary then return summary end
  return sources.failure({lang = options.lang, name = options.output}, problem, about)
end

return gathering
