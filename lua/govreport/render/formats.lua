--- What can be shown, and in which formats: for each class of objects a function for each format, that gives text. The
-- first format of a class is the one that is meant where none is named.

local argument = require "govreport.base.argument"
local checked = require "govreport.batch.checked"
local overlay = require("govreport.form.extension").overlay
local render = require "govreport.render"

local formats = {}

--- What the options of rendering may hold: types by key.
formats.option_keys = {
  lang = "string", color = "boolean", name = "string", names = "table", write = "function", detail = "string",
  addresses = "boolean", fail_on = "string", all = "boolean", since = "table", errors_only = "boolean", sort = "string",
  bom = "boolean",
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
  csv = function(object, options) return render.cells_csv.render(name_of(object, options), object, options.bom) end,
  jsonl = function(object, options)
    return render.report_json.line(name_of(object, options), object, declared_of(object))
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
  docx = function(object) return render.letter_docx.render(object) end,
  html = function(object) return render.letter_html.render(object) end,
  md = function(object) return render.letter_md.render(object) end,
}

local filled_form = {
  docx = function(object) return render.filled_docx.render(object) end,
  html = function(object) return render.filled_html.render(object) end,
  text = function(object) return render.filled_text.render(object) end,
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

-- What the files of a draft are called: NAME.lua and NAME_test.lua, where the caller says nothing.
local function file_names(name, more, options)
  return overlay(overlay({form = name .. ".lua", rule = name .. ".lua", test = name .. "_test.lua"}, more),
                 options.names or {})
end

local function form_names(object, options) return file_names(object.id, {from = object.name or "-"}, options) end

local draft = {
  form = function(object, options) return render.draft.form(object, form_names(object, options), options.lang) end,
  test = function(object, options) return render.draft.test(object, form_names(object, options), options.lang) end,
  summary = function(object, options)
    return render.draft.summary(object, form_names(object, options), options.lang)
  end,
}

-- Of a form of the project a test need not name the file.
local function rule_names(object, options)
  local names = file_names(object.id:match("[^.]+$"), {}, options)
  names.form = options.names and options.names.form or object.source
  return names
end

local rule_draft = {
  rule = function(object, options) return render.rule_draft.rule(object, rule_names(object, options)) end,
  test = function(object, options) return render.rule_draft.test(object, rule_names(object, options)) end,
}

-- The classes, each with its formats and the one that is meant where none is named.
local classes = {
  ["govreport.Report"] = {report, "text"}, ["govreport.Trace"] = {trace, "text"},
  ["govreport.Difference"] = {difference, "text"}, ["govreport.Copies"] = {copies, "text"},
  ["govreport.SimilarGroups"] = {similar, "text"}, ["govreport.Rollup"] = {rollup, "text"},
  ["govreport.Letter"] = {letter, "html"}, ["govreport.Rules"] = {rules, "text"},
  ["govreport.Explanation"] = {explanation, "text"}, ["govreport.Forms"] = {forms, "text"},
  ["govreport.FormChoice"] = {choice, "text"}, ["govreport.Draft"] = {draft, "form"},
  ["govreport.RuleDraft"] = {rule_draft, "rule"}, ["govreport.FilledForm"] = {filled_form, "text"},
}

-- What programs read keeps what it holds; tabs part the columns of a table.
local exact = {json = true, jsonl = true, tsv = true, csv = true, docx = true}

local is_of_findings = {["govreport.Result"] = true, ["govreport.Batch"] = true}

-- The review of one report as a page.
local function page_of(result, options)
  local name = name_of(result.report, options)
  local rounds = options.since and options.since:compare(
    name, require("govreport.check.fingerprint").subject(result.report), result)
  local review = require("govreport.check.review").compose(result, {lang = options.lang, rounds = rounds})
  return render.review_page.render(review, {name = name, version = options.version})
end

--- The names of the formats of an object, the usual one first; nil for what cannot be shown.
function formats.of(object)
  local class = argument.class_of(object)
  if class == "govreport.Collection" then return render.report_printer.formats end
  if is_of_findings[class] then
    local list = table.move(render.printer.formats, 1, #render.printer.formats, 1, {})
    if class == "govreport.Result" then list[#list + 1] = "page" end
    return list
  end
  if not classes[class] then return nil end
  local list, usual = {}, classes[class][2]
  for name in pairs(classes[class][1]) do
    if name ~= usual then list[#list + 1] = name end
  end
  table.sort(list)
  table.insert(list, 1, usual)
  return list
end

--- The report that must be open so that an object can be shown; nil where none is needed.
function formats.report_of(object)
  local class = argument.class_of(object)
  if class == "govreport.Report" then return object end
  return class == "govreport.Result" and object.report or nil
end

-- Many reports go out entry by entry: only one of them is open at a time.
local function write_entries(batch, printer, write)
  write(printer:head())
  for entry in batch:entries() do write(printer:entry(entry)) end
  write(printer:foot())
end

local function write_findings(object, format, options, write)
  local batch = object
  if argument.class_of(object) == "govreport.Result" then
    batch = checked.of(object, name_of(object.report, options), options.since)
  end
  write_entries(batch, render.printer.new(batch, format, options), write)
end

--- Shows an object.
-- @param format one of `formats.of(object)`
-- @param options those of `formats.option_keys`, and `version` of the program
-- @return text; with `options.write`, a function(text) that takes the pieces, nothing. Or nil and a code: what it needs
-- is not there
function formats.render(object, format, options)
  local pieces = {}
  local write = options.write or function(text) pieces[#pieces + 1] = text end
  options = overlay(options, {lang = options.lang or type(object) == "table" and object.lang or "zh"})
  local class = argument.class_of(object)
  if format == "page" then write(render.text.guarded(page_of(object, options)))
  elseif is_of_findings[class] then write_findings(object, format, options, write)
  elseif class == "govreport.Collection" then
    write_entries(object, render.report_printer.new(format, options), write)
  else
    local drawn, code = classes[class][1][format](object, options)
    if not drawn then return nil, code end
    write(exact[format] and drawn or render.text.guarded(drawn, options.color))
  end
  return not options.write and table.concat(pieces) or nil
end

return formats
