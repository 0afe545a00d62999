--- What became of a document that is no row of `report`: the status that the code of a failure stands for.

local problems = {}

local statuses = {
  ["form.unknown"] = "not_a_report", ["input.pictures"] = "not_a_report", ["input.embedded"] = "not_a_report",
  ["input.empty"] = "bad_input", ["record.invalid"] = "bad_input", ["encoding.unknown"] = "bad_input",
  ["input.encoding"] = "bad_encoding", ["limit.input"] = "too_large", ["limit.memory"] = "memory",
  ["form.failed"] = "rule_error", ["internal.error"] = "rule_error",
}

--- The status of a code: what is listed above; other limits were too large for; the rest could not be read.
function problems.status(code)
  return statuses[code] or code:find "^limit%." and "too_large" or "unreadable"
end

--- The statuses of documents that need not be read again while they are as they were: what a document is. The others
-- ended for reasons that may be those of the day.
problems.lasting = {not_a_report = true, bad_input = true, bad_encoding = true, too_large = true, unreadable = true}

-- How a worker ended, and what that says of the document that it was reading.
local ends = {
  time = {"timeout", "limit.time"}, memory = {"memory", "limit.memory"}, signal = {"crash", "process.crash"},
  exit = {"crash", "process.crash"}, error = {"rule_error", "internal.error"},
}

--- The status and the code of a document whose worker ended so.
function problems.of_end(how) return table.unpack(ends[how]) end

return problems
