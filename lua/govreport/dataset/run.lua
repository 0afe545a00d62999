--- Gives documents to workers and takes what they made of them, in the order of the documents.

local job = require "govreport.dataset.job"
local work = require "govreport.dataset.work"

local run = {}

-- So many answers may wait for that of an earlier document: a slow one does not make the others wait, and what waits
-- stays small.
local window = 256

local Run = {}
Run.__index = Run

-- Gives jobs as long as a worker can take one and the window is open.
local function feed(self)
  while self.pool:room() > 0 and self.given - self.told < window do
    local own = self.next_job()
    if not own then return false end
    self.given = self.given + 1
    self.asked[self.given] = own
    self.pool:give(self.given, job.asked.pack(own))
  end
  return true
end

local function answer_of(self, number, how, text)
  if how == "done" then return job.answered.unpack(text) end
  return work.lost(self.asked[number], how, self.context)
end

-- Tells all answers that are due.
local function tell(self)
  while self.ready[self.told + 1] do
    local number = self.told + 1
    local own, answer = self.asked[number], self.ready[number]
    self.asked[number], self.ready[number], self.told = nil, nil, number
    self.take(own, answer)
  end
end

--- Runs all.
-- @param next_job function() -> job (see `govreport.dataset.job`), nil at the end
-- @param take function(job, answer), called in order
-- @param pool see `govreport.dataset.workers`
-- @param context that of `govreport.dataset.work`
function run.all(next_job, take, pool, context)
  local self = setmetatable({next_job = next_job, take = take, pool = pool, context = context, given = 0, told = 0,
                             asked = {}, ready = {}}, Run)
  while true do
    feed(self)
    local number, how, text = pool:take()
    if not number then break end
    self.ready[number] = answer_of(self, number, how, text)
    tell(self)
  end
end

return run
