--- What the functions of the face that check many reports share.

local sources = require "govreport.face.sources"

local batches = {}

--- A Batch of some paths, or of `{name, bytes}`.
-- @param options those of `govreport.check_files`, with what they name by a path read
-- @param check a checker
-- @param rules those that it runs
function batches.new(paths, options, check, rules)
  local lang = options.lang or "zh"
  local function open(source) return sources.open(source, {lang = lang, encoding = options.encoding}) end
  local next_source, total, folder = require("govreport.batch.sources").of(paths, open, {
    lang = lang, previous = options.previous, series = options.series, units = options.units})
  return require("govreport.batch.checked").new(check, {
    rules = rules, lang = lang, first = options.since, total = total, folder = folder}, next_source)
end

return batches
