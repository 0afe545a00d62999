--- What the functions of the face share: reading what stands for a report, and telling of what cannot be read.
--
-- A source is the path of a file, or `{name, bytes}`, the content of one; or `{name, message, code}`, one that could
-- not be read.

local argument = require "govreport.base.argument"
local bodies = require "govreport.bodies"
local catalogue = require "govreport.base.catalogue"
local close = require "govreport.base.close"
local core = require "govreport.core"
local file = require "govreport.base.file"
local later = require "govreport.base.later"
local memory = require "govreport.base.memory"
local forms = require "govreport.form"
local overlay = require("govreport.form.extension").overlay
local mime = later "govreport.read.mime"
local page = require "govreport.read.page"
local recognise = require "govreport.read"
local pdf = later "govreport.read.pdf"
local refusal = later "govreport.face.refusal"
local word = later "govreport.read.word"

local sources = {}

--- The one place where codes of bad input become messages.
-- @param options `lang`, and `name` of the file
-- @param message key of the message, where that is not the code
-- @return nil, message, code
function sources.failure(options, code, fields, message)
  fields = fields or {}
  fields.path = fields.path or options.name or "?"
  if code == "limit.memory" and not fields.limit then message = "memory.spent" end   -- what the system has, not we
  return nil, catalogue.text(options.lang or "zh", message or code, fields), code
end

-- What a call gave; nil, message, code where it ended because there was no memory left for it.
local function spared(options, ok, ...)
  if ok then return ... end
  if memory.is_spent((...)) then return sources.failure(options, "limit.memory", {}, "memory.spent") end
  error((...), 0)
end

--- Calls a function about one source, for which there may be no memory.
-- @return what it returns; or nil, message, code (`limit.memory`)
function sources.spare(options, f, ...) return spared(options, pcall(f, ...)) end

--- What a function returns; nil, message, code where it returns nil, a code and fields. What a script of a form does
-- wrong is no fault of the program that reads with it.
function sources.guarded(options, make, ...)
  local ok, made, code, fields = pcall(make, ...)
  if ok and made then return made end
  if ok then return sources.failure(options, code, fields) end
  if type(made) == "table" and made.code then return sources.failure(options, made.code, {detail = made.detail}) end
  error(made, 0)
end

--- The options that are among some keys, and the others.
function sources.split(options, known)
  local own, rest = {}, {}
  for key, value in pairs(options) do
    if known[key] ~= nil then own[key] = value else rest[key] = value end
  end
  return own, rest
end

-- ---- what stands for a report -------------------------------------------------------------------

--- Whether an item of a list of reports is one that has to be read.
function sources.is_one(item)
  if type(item) == "string" then return true end
  return type(item) == "table" and (type(item.bytes) == "string" or type(item.message) == "string" and item.code ~= nil)
end

--- Whether it is one, or a Report.
function sources.is_report(item)
  return sources.is_one(item) or argument.class_of(item) == "govreport.Report"
end

--- What such items are called.
sources.kind, sources.report_kind = "a path or {name, bytes}", "a Report, a path or {name, bytes}"

--- What a source is called.
function sources.name(item)
  if type(item) ~= "table" then return item end
  return item.name or "?"
end

-- ---- reading ------------------------------------------------------------------------------------

-- Who reads files that the core does not know, and how they may begin.
local readers = {{word, "^PK"}, {pdf, "^%s*%%PDF"}, {mime, "^\xEF?\xBB?\xBF?[\r\n]*[%w-]"}}

-- Who reads the content of a file: function(bytes, options) -> Document; or nil, code, fields.
local function reader_of(bytes)
  for _, entry in ipairs(readers) do
    local reader, begins = entry[1], entry[2]
    if bytes:find(begins) and reader.is_one(bytes) then return reader.document end
  end
  return core.parse
end

--- A Document of the content of a file; or nil, message, code. An encoding that nobody knows is no fault of the file.
function sources.document(bytes, options)
  local document, code, fields, source = reader_of(bytes)(bytes, options)
  if code == "input.encoding" and fields.detail ~= "" then
    return sources.failure(options, "encoding.unknown", {encoding = fields.detail})
  elseif code == "input.empty" then   -- a page that is nothing but a frame
    local other, own = refusal.of_source(source or bytes, {steps = 0})
    if other then code, fields = other, own end
  end
  if document then return document end
  if code == "input.format" and word.is_one(bytes) and (options.name or ""):find "%.[zZ][iI][pP]$" then
    return sources.failure(options, "input.archive")
  end
  return sources.failure(options, word.refused(bytes, code, fields))
end

-- A Report of a Document; or nil, code, fields.
local function report_of(document)
  local meter = {steps = 0}
  local tape, facts = page.facts(document, document.tape)
  local form, found = forms.detect(document, tape, meter)
  if form then return recognise.report(document, {tape = tape, facts = facts}, form, found, meter) end
  local code, fields = refusal.of_document(document, meter)
  if code then return nil, code, fields end
  return nil, "form.unknown", {detail = table.concat(forms.list(), ", ")}
end

-- Whether a script says how some form is read.
local function has_scripts()
  for _, id in ipairs(forms.list()) do
    if forms.source(id) ~= forms.rock then return true end
  end
  return false
end

--- A Report of a Document; or nil, message, code. The scripts of all forms share one budget.
function sources.report(document, options)
  if not has_scripts() then return sources.guarded(options, report_of, document) end
  local script = require "govreport.form.script"
  local _ <close> = script.scope()
  return sources.guarded(options, function()
    local made = table.pack(script.apart(#document.tape, report_of, document))
    if not made[1] then return nil, "form.failed", {detail = made[2]} end
    return table.unpack(made, 2, made.n)
  end)
end

--- A Report of the content of a file; or nil, message, code.
function sources.parse(bytes, options)
  local document, message, code = sources.document(bytes, options)
  if not document then return nil, message, code end
  return sources.spare(options, sources.report, document, options)
end

-- What reads a file that has a path, which may stand in an archive.
local function content_reader(path)
  if not path:find "%.[zZ][iI][pP]/" then return file.read end
  local archive = require "govreport.base.archive"
  return archive.split(path) and archive.read or file.read
end

--- What a function makes of the content of a file; or nil, message, code.
-- @param make function(bytes, options)
function sources.of_file(make, path, options)
  return sources.spare(options, function()
    local bytes, code, fields = content_reader(path)(path, options.max_input or file.usual_limit)
    if not bytes then return sources.failure(options, code, fields) end
    return make(bytes, options)
  end)
end

--- The Report of a source; or nil, message, code.
function sources.open(source, options)
  if type(source) == "table" and source.code then return nil, source.message, source.code end
  if type(source) == "table" then return sources.parse(source.bytes, overlay(options, {name = source.name})) end
  return sources.of_file(sources.parse, source, overlay(options, {name = source}))
end

--- Goes through a list of Reports and sources; those that were read here are closed when they were used, unless they
-- are to be kept.
-- @param use function(report, item, i): the Report, the item that stands for it, its place in the list
-- @param keep whether they stay open
-- @return list of `{name, message, code}`: those that could not be read
function sources.each(list, options, use, keep)
  local unread = {}
  for i, item in ipairs(list) do
    local is_read, report, message, code = sources.is_one(item), item, nil, nil
    if is_read then report, message, code = sources.open(item, options) end
    if report then use(report, item, i)
    else unread[#unread + 1] = {name = sources.name(item), message = message, code = code} end
    if report and is_read and not keep then close(report) end
  end
  return unread
end

-- ---- options that name files --------------------------------------------------------------------

-- How what an option names by a path is read: function(path, lang) -> object; or nil, message, code.
local openers = {
  units = function(path, lang) return bodies.units.open(path, {lang = lang}) end,
  roster = function(path, lang) return bodies.units.open(path, {lang = lang, roster = true}) end,
  previous = function(path, lang) return sources.open(path, {lang = lang}) end,
  since = function(path, lang) return sources.of_file(sources.rounds, path, {name = path, lang = lang}) end,
}

--- The Rounds of the JSON of a first round; or nil, message, code.
function sources.rounds(text, options)
  local found, code, fields = require("govreport.check.rounds").read(text)
  if not found then return sources.failure(options, code, fields) end
  return found
end

-- Whether the option `encoding` names one; if not nil, message, code.
local function check_encoding(options)
  if not options.encoding then return true end
  local document, message, code = sources.document("-", {lang = options.lang, encoding = options.encoding})
  if document then document:close() end
  if code == "encoding.unknown" then return nil, message, code end
  return true
end

--- The options with what some of them name by a path read; or nil, message, code.
function sources.with_opened(options, ...)
  local copy = overlay(options, {})
  local fits, problem, reason = check_encoding(options)
  if not fits then return nil, problem, reason end
  for _, name in ipairs{...} do
    if type(copy[name]) == "string" then
      local object, message, code = openers[name](copy[name], copy.lang)
      if not object then return nil, message, code end
      copy[name] = object
    end
  end
  return copy
end

return sources
