--- What a command about a dataset tells at its end: what was read, what was not, and why.

local catalogue = require "govreport.base.catalogue"
local govreport = require "govreport"

local summaries = {}

-- So many documents that were not read are told one by one: the dataset holds them all.
local shown = 20

local function tell(path, terminal, summary)
  for i = 1, math.min(#summary.failures, shown) do
    local failure = summary.failures[i]
    terminal:complain(failure.message, failure.code)
  end
  local lang = terminal.lang
  terminal:say("dataset.summary", {path = path, files = summary.files, ok = summary.ok, partly = summary.partly,
                                   same = summary.same, failed = #summary.failures})
  local statuses = {}
  for status, number in pairs(summary.unread) do
    if number > 0 then statuses[#statuses + 1] = status end
  end
  table.sort(statuses)
  for _, status in ipairs(statuses) do
    terminal:say("dataset.summary_status", {what = catalogue.text(lang, "dataset.status." .. status),
                                            number = summary.unread[status]})
  end
end

--- Tells what came of a dataset: what `govreport.dataset` or `govreport.merge` gave.
-- @return exit code
function summaries.tell(path, terminal, summary, message, code)
  if not summary then
    terminal:complain(message, code)
    return 3
  end
  tell(path, terminal, summary)
  return govreport.dataset_exit_code(summary)
end

return summaries
