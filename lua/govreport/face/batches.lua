--- What the functions of the face that read many reports share.

local sources = require "govreport.face.sources"

local batches = {}

-- What opens a source, with those of the options that say how.
local function opener(options)
  local own = {lang = options.lang or "zh", encoding = options.encoding, max_input = options.max_input,
               max_memory = options.max_memory}
  return function(source) return sources.open(source, own) end
end

--- A Batch of some paths, or of `{name, bytes}`.
-- @param options those of `govreport.check_files`, with what they name by a path read
-- @param check a checker
-- @param rules those that it runs
function batches.new(paths, options, check, rules)
  local lang = options.lang or "zh"
  local next_source, total, folder = require("govreport.batch.sources").of(paths, opener(options), {
    lang = lang, previous = options.previous, series = options.series, units = options.units})
  return require("govreport.batch.checked").new(check, {
    rules = rules, lang = lang, first = options.since, total = total, folder = folder}, next_source)
end

--- A Collection of some paths, or of `{name, bytes}`.
-- @param options those of `govreport.open_files`
function batches.collection(paths, options)
  local lang = options.lang or "zh"
  local next_source, total, folder = require("govreport.batch.sources").of(paths, opener(options), {lang = lang})
  return require("govreport.batch.collection").new({lang = lang, total = total, folder = folder}, next_source)
end

return batches
