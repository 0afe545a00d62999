--- What can be shown, and in which formats: for each class of objects a function for each format, that gives text. The
-- first format of a class is the one that is meant where none is named.

local argument = require "govreport.base.argument"
local catalogue = require "govreport.base.catalogue"
local checked = require "govreport.batch.checked"
local keys = require "govreport.base.keys"
local render = require "govreport.render"

local formats = {}

--- What the options of rendering may hold: types by key.
formats.option_keys = {
  lang = "string", color = "boolean", name = "string", names = "table", write = "function", detail = "string",
  fail_on = "string", version = "string", all = "boolean", since = "table",
}

local function declared_of(report) return require("govreport.form").declared(report.form) end

-- What a report is called where the caller says nothing.
local function name_of(report, options) return options.name or report.document.name or "-" end

local report = {
  text = function(object, options)
    return render.show.render(name_of(object, options), object, declared_of(object), options)
  end,
  tsv = function(object) return render.tsv.render(object) end,
  json = function(object, options)
    return render.report_json.render(name_of(object, options), object, declared_of(object))
  end,
  quantities = function(object, options) return render.show.quantities(object, options.lang) end,
  claims = function(object, options)
    return render.claims.render(require("govreport.check").context(object), options.lang)
  end,
  ledger = function(object, options) return render.show.ledger(object, options.lang) end,
}

local trace = {
  text = function(object, options) return render.trace.text(options.name or "-", object, options) end,
  json = function(object, options) return render.trace_json.render(options.name or "-", object, options.lang) end,
}

-- The names of two reports that were compared.
local function names_of(object, options)
  local names = options.names or {}
  return {a = names.a or name_of(object.a, {}), b = names.b or name_of(object.b, {})}
end

local function difference_text(object, options)
  return render.diff.render(object, {
    lang = options.lang, color = options.color, names = names_of(object, options),
    declared = {a = declared_of(object.a), b = declared_of(object.b)},
  })
end

local difference = {
  text = difference_text,
  json = function(object, options) return render.diff_json.render(object, names_of(object, options)) end,
}

local copies = {
  text = function(object, options)
    local texts = {}
    for i, copy in ipairs(object) do
      local own = {lang = options.lang, color = options.color, names = {a = object.name, b = copy.name}}
      texts[i] = difference_text(copy.difference, own)
    end
    return table.concat(texts)
  end,
  json = function(object)
    local json, values = require "govreport.base.json", {}
    for i, copy in ipairs(object) do
      values[i] = render.diff_json.value(copy.difference, {a = object.name, b = copy.name})
    end
    return json.encode(json.array(values))
  end,
}

local similar = {
  text = function(object, options) return render.similar.text(object, options) end,
  json = function(object) return render.similar.json(object) end,
}

local rollup = {
  text = function(object, options) return render.rollup_text.render(object, options.lang) end,
  json = function(object) return render.rollup_json.render(object, object.result) end,
}

local letter = {
  html = function(object) return render.letter_html.render(object) end,
  md = function(object) return render.letter_md.render(object) end,
}

local rules = {
  text = function(object, options) return render.rules_text.render(object, options.lang) end,
  json = function(object) return render.rules_json.render(object) end,
}

local explanation = {
  text = function(object, options) return render.explain_text.render(object, options) end,
}

local forms = {
  text = function(object, options) return render.forms_text.list(object, options.lang) end,
  json = function(object) return render.forms_json.render(object) end,
}

local choice = {
  text = function(object, options) return render.forms_text.why(options.name or "-", object, options.lang) end,
}

local draft = {
  form = function(object, options) return render.draft.form(object, options.names, options.lang) end,
  test = function(object, options) return render.draft.test(object, options.names, options.lang) end,
  summary = function(object, options) return render.draft.summary(object, options.names, options.lang) end,
}

local rule_draft = {
  rule = function(object, options) return render.rule_draft.rule(object, options.names) end,
  test = function(object, options) return render.rule_draft.test(object, options.names) end,
}

-- The classes, each with its formats and the one that is meant where none is named.
local classes = {
  ["govreport.Report"] = {report, "text"}, ["govreport.Trace"] = {trace, "text"},
  ["govreport.Difference"] = {difference, "text"}, ["govreport.Copies"] = {copies, "text"},
  ["govreport.SimilarGroups"] = {similar, "text"}, ["govreport.Rollup"] = {rollup, "text"},
  ["govreport.Letter"] = {letter, "html"}, ["govreport.Rules"] = {rules, "text"},
  ["govreport.Explanation"] = {explanation, "text"}, ["govreport.Forms"] = {forms, "text"},
  ["govreport.FormChoice"] = {choice, "text"}, ["govreport.Draft"] = {draft, "form"},
  ["govreport.RuleDraft"] = {rule_draft, "rule"},
}

local is_of_findings = {["govreport.Result"] = true, ["govreport.Batch"] = true}

--- The names of the formats of an object, the usual one first; nil for what cannot be shown.
function formats.of(object)
  local class = argument.class_of(object)
  if is_of_findings[class] then return table.move(render.printer.formats, 1, #render.printer.formats, 1, {}) end
  if not classes[class] then return nil end
  local list, usual = {}, classes[class][2]
  for name in pairs(classes[class][1]) do
    if name ~= usual then list[#list + 1] = name end
  end
  table.sort(list)
  table.insert(list, 1, usual)
  return list
end

-- The format, the usual one where none is named; raises for one that the object does not have.
local function choose(object, format)
  local list = formats.of(object)
  if not list then
    error(("bad argument 'object' to 'render': there is no way to show %s"):format(
      argument.class_of(object) or "a " .. type(object)), 3)
  end
  local known = {}
  for _, name in ipairs(list) do known[name] = true end
  if format == nil then return list[1] end
  if known[format] then return format end
  local nearest = keys.nearest(tostring(format), known)
  error(("bad argument 'format' to 'render': %s has no format '%s'%s; it has: %s"):format(
    argument.class_of(object), tostring(format), nearest and ", did you mean '" .. nearest .. "'?" or "",
    table.concat(list, ", ")), 3)
end

-- A batch goes out entry by entry: only one of its reports is open at a time.
local function write_findings(object, format, options, write)
  local batch = object
  if argument.class_of(object) == "govreport.Result" then
    batch = checked.of(object, name_of(object.report, options), options.since)
  end
  local printer = render.printer.new(batch, format, {
    lang = options.lang, color = options.color, detail = options.detail, fail_on = options.fail_on,
    version = options.version})
  write(printer:head())
  for entry in batch:entries() do write(printer:entry(entry)) end
  write(printer:foot())
end

--- Shows an object.
-- @param format one of `formats.of(object)`; the usual one where it is nil
-- @param options see `formats.option_keys`
-- @return text; with `options.write`, a function(text) that takes the pieces, nothing
function formats.render(object, format, options)
  format = choose(object, format)
  keys.check(options, formats.option_keys, {}, "options of render")
  local write, pieces = options.write, {}
  options.lang = catalogue.check_language(options.lang or type(object) == "table" and object.lang or "zh")
  write = write or function(text) pieces[#pieces + 1] = text end
  local class = argument.class_of(object)
  if is_of_findings[class] then write_findings(object, format, options, write)
  else write(classes[class][1][format](object, options)) end
  return not options.write and table.concat(pieces) or nil
end

return formats
