--- Records of a stream to workers, their answers to another stream: what `govreport worker` does.

local protocol = require "govreport.dataset.protocol"
local run = require "govreport.dataset.run"
local work = require "govreport.dataset.work"
local workers = require "govreport.dataset.workers"

local serve = {}

--- Answers all records.
-- @param input `next(may_wait)` -> line without its end; nil at the end; nil, true where there is none yet
-- @param write function(line), called in order
-- @param context that of `govreport.dataset.collect.context`, with what `govreport.dataset.work` needs
-- @param options `jobs`, `limits`
-- @return how many records there were
function serve.all(input, write, context, options)
  local number = 0
  context.encode = protocol.encoder(context)
  function context.decode(text)
    local at = string.unpack("<i8", text)
    return protocol.job(text:sub(9), at, context.lang)
  end
  local function next_job(may_wait)
    local text, later = input.next(may_wait)
    if not text then return nil, later end
    number = number + 1
    return {text = string.pack("<i8", number) .. text}
  end
  local function lost(own, how) return work.lost(context.decode(own.text), how, context) end
  local pool <close> = workers.new(options.jobs, options.limits, work.new(context))
  run.all(next_job, function(_, answer) write(answer.payload) end, pool, lost)
  return number
end

return serve
