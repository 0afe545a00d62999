--- Reviewing: many reports as the files of a folder that a reviewer opens.

local argument = require "govreport.base.argument"
local batches = require "govreport.face.batches"
local known_options = require "govreport.base.options"
local overlay = require("govreport.form.extension").overlay
local sources = require "govreport.face.sources"
local version = require "govreport.base.version"

local reviewing = {}

-- What names who has not handed in, of the reports that are there; nil without a roster.
local function missing_of(register)
  return register and function(reports) return require("govreport.compare.roster").missing(reports, register) end
end

--- Reviews many reports: a page and a letter for each, a list of all, a table of all findings; see
-- `govreport.render.review_folder`. The paths are checked as by `govreport.check_files`, when their files are asked
-- for.
-- @param options those of `govreport.check_files`; `roster`, who should have handed in (Units, or the path of a CSV
-- file that may hold years); and of the letters `from`, `contact`, `deadline`, `date`
-- @return ReviewFolder; or nil, message, code where what an option names cannot be read
function reviewing.review(paths, options)
  if type(paths) == "string" then paths = {paths} end
  argument.list("review", "paths", paths, sources.is_one, sources.kind)
  local checker, checker_keys = require("govreport.check").checker, require("govreport.check").option_keys
  local keys = overlay(checker_keys, overlay(known_options.check_files, known_options.review))
  options = argument.options("review", options, keys)
  local opened, message, code = sources.with_opened(options, "units", "since", "roster")
  if not opened then return nil, message, code end
  local batch = batches.new(paths, opened, argument.checked(checker, (sources.split(opened, checker_keys))))
  return require("govreport.render.review_folder").new(batch, {
    has_since = opened.since ~= nil, missing = missing_of(opened.roster), from = opened.from, contact = opened.contact,
    deadline = opened.deadline, date = opened.date, version = version})
end

return reviewing
