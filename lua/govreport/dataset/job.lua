--- A job is a document to read, and an answer what became of it: both as one string between the processes.

local packed = require "govreport.dataset.packed"

local job = {}

-- `bytes` is the content of a document that stands in no file; `known` the digest with which it is in the dataset
-- already.
local asked = {"id", "file", "path", "content", "encoding", "known", "body", "region", "url", "fetched"}

-- `status` as in `schema.statuses`, or "same": it is as it was. `lost` cells that the form asks for were not read.
-- `note` is for `marks`, `payload` for the sink.
local answered = {"status", "code", "message", "lost", "note", "payload"}

local function carrier(names)
  local own = {}

  function own.pack(values)
    local row = {}
    for i, name in ipairs(names) do row[i] = values[name] end
    return packed.bytes(row, #names)
  end

  function own.unpack(text)
    local values, row = {}, packed.rows(text, #names)()
    for i, name in ipairs(names) do values[name] = row[i] end
    return values
  end

  return own
end

job.asked, job.answered = carrier(asked), carrier(answered)

return job
