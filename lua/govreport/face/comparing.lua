--- Comparing: two reports, copies of one, many, one with its parts.

local argument = require "govreport.base.argument"
local close = require "govreport.base.close"
local compare = require "govreport.compare"
local known_options = require "govreport.base.options"
local overlay = require("govreport.form.extension").overlay
local sources = require "govreport.face.sources"

local comparing = {}

--- What differs between two Reports; see `govreport.compare.diff.run`.
function comparing.diff(a, b, options)
  argument.object("diff", "a", "govreport.Report", a, "govreport.open gives one")
  argument.object("diff", "b", "govreport.Report", b, "two are compared")
  options = argument.options("diff", options, compare.diff.option_keys)
  return compare.diff.run(a, b, options)
end

--- Whether several files carry the same report; see `govreport.compare.copies`.
-- @param list of Reports, paths or `{name, bytes}`, two at least
-- @param options `encoding`, `lang`
-- @return Copies, with `unread`, a list of `{name, message, code}`; or nil, message, code where the first cannot be
-- read
function comparing.same(list, options)
  argument.list("same", "list", list, sources.is_report, sources.report_kind)
  if #list < 2 then argument.wrong("same", "list", "two reports at least are expected") end
  options = argument.options("same", options, known_options.same)
  local opened, first = {}, nil
  local unread = sources.each(list, options, function(report, item, i)
    local name = sources.is_one(item) and sources.name(item) or report.document.name or i
    first = first or item
    opened[#opened + 1] = {name = name, report = report, is_own = sources.is_one(item)}
  end, true)
  if first ~= list[1] then
    for _, one in ipairs(opened) do
      if one.is_own then close(one.report) end
    end
    return nil, unread[1].message, unread[1].code
  end
  local copies = compare.copies.run(opened)
  copies.unread = unread
  return copies
end

--- Near-identical parts among many reports; see `govreport.compare.similar.new`.
-- @param list of Reports, paths or `{name, bytes}`
-- @param options those of `similar.new`; `encoding`, `lang`
-- @return list of groups; see `Collection:groups` there; `unread`, a list of `{name, message, code}`
function comparing.similar(list, options)
  argument.list("similar", "list", list, sources.is_report, sources.report_kind)
  options = argument.options("similar", options, overlay(compare.similar.option_keys, known_options.similar))
  local own, collecting = sources.split(options, known_options.similar)
  local collection, items = argument.checked(compare.similar.new, collecting), {}
  local unread = sources.each(list, own, function(report, item, i)
    items[#items + 1] = item
    collection:add(report, sources.is_one(item) and sources.name(item) or i)
  end)
  local groups = collection:groups(function(number)
    if not sources.is_one(items[number]) then return items[number] end
    local report = sources.open(items[number], own)
    return report, report and function() close(report) end
  end)
  groups.unread = unread
  return groups
end

--- What a roll-up needs of a report, so that it can be closed: `member(report, name)`.
function comparing.member(report, name)
  argument.object("member", "report", "govreport.Report", report, "govreport.open gives one")
  if name ~= nil then argument.type("member", "name", "string", name) end
  return compare.member.of(report, name)
end

-- What a roll-up needs of the reports of a list, in which some may be members already; those that could not be read.
local function members_of(list, options)
  local members = {}
  local unread = sources.each(list, options, function(child, item)
    local name = sources.is_one(item) and sources.name(item) or nil
    members[#members + 1] = argument.class_of(child) and compare.member.of(child, name) or child
  end)
  return members, unread
end

--- Compares a report with those of the units below, of which it should be the sum, cell by cell.
-- @param parent a Report
-- @param children list of Reports, of what `govreport.member` gave for them, of paths, of `{name, bytes}`
-- @param options `roster` (a CSV file or Units: who is expected), `lost` (how many more reports could not be read),
-- `name` of the parent, `lang`, `units`, `encoding`
-- @return Rollup, see `compare.rollup.compare`, with `unread`, a list of `{name, message, code}`; Result of the rules
-- about it. Or nil, message, code (`rollup.parent`, where the parent's title tells no body or no year; those of
-- `govreport.units`)
function comparing.rollup(parent, children, options)
  argument.object("rollup", "parent", "govreport.Report", parent, "govreport.open gives one")
  argument.list("rollup", "children", children, function(child)
    return sources.is_report(child) or type(child) == "table" and type(child.values) == "table"
  end, "a Report, a Member, a path or {name, bytes}")
  options = argument.options("rollup", options, known_options.rollup)
  if not parent.agency or not parent.year then return sources.failure(options, "rollup.parent") end
  local opened, message, code = sources.with_opened(options, "roster", "units")
  if not opened then return nil, message, code end
  local members, unread = members_of(children, {lang = options.lang, encoding = options.encoding})
  local compared = compare.rollup.compare(parent, members, {
    roster = opened.roster, lost = (options.lost or 0) + #unread, name = options.name})
  local result = require("govreport.check").run(parent, {
    rollup = compared, select = {"rollup"}, lang = options.lang, units = opened.units})
  return compare.rollup.conclude(compared, result, unread), result
end

return comparing
