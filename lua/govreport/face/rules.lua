--- Rules: which there are, and what they mean.

local argument = require "govreport.base.argument"
local known_options = require "govreport.base.options"
local sources = require "govreport.face.sources"

local chapter = {}

--- The rules that a check with these options would run.
-- @param options `rules`, `select`, `ignore`, `severity`, `lang`, as those of a check
-- @return list; see `govreport.check.rule_list`
function chapter.rules(options)
  options = argument.options("rules", options, known_options.rules)
  local set = argument.checked(require("govreport.check.ruleset").new, options)
  return require("govreport.check.rule_list").of(set)
end

--- What a rule means: its formula, what it stands on, an example that fails and one that passes.
-- @param id of the rule
-- @param options `rules`, those to add to the project's; `lang`
-- @return Explanation, see `govreport.check.explanation.of`; or nil, message, code (`rule.unknown`)
function chapter.explain(id, options)
  argument.type("explain", "id", "string", id)
  options = argument.options("explain", options, known_options.explain)
  local rule = require "govreport.check.rule"
  local set = argument.checked(require("govreport.check.ruleset").new, {rules = options.rules})
  local found, nearest = rule.find(set.list, id)
  if not found then
    local fields = {rule = id, nearest = nearest}
    local _, message = sources.failure(options, nearest and "rule.unknown_near" or "rule.unknown", fields)
    return nil, message, "rule.unknown"
  end
  local function parse(bytes) return assert(sources.parse(bytes, {name = "example"})) end
  return require("govreport.check.explanation").of(found, parse, {rules = options.rules, lang = options.lang or "zh"})
end

return chapter
