--- What a command about a dataset tells at its end: what was read, what was not, and why.

local catalogue = require "govreport.base.catalogue"

local summaries = {}

-- So many documents that were not read are told one by one: the dataset holds them all.
local shown = 20

--- Tells a summary; see `govreport.dataset`.
function summaries.tell(path, summary, terminal)
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

return summaries
