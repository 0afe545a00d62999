--- Gives documents to workers and takes what they made of them, in the order of the documents.

local job = require "govreport.dataset.job"

local run = {}

-- So many answers may wait for that of an earlier document: a slow one does not make the others wait, and what waits
-- stays small.
local window = 256

local Run = {}
Run.__index = Run

-- What the system refuses ends the run: a failure as `govreport.dataset.collect` takes it.
local function check(given, message, code)
  if not given and code then error({sink = true, code = "dataset.process", fields = {detail = message}}, 0) end
end

-- Gives jobs as long as a worker can take one and the window is open.
-- @return whether there are more
local function feed(self)
  while self.pool:room() > 0 and self.given - self.told < window do
    local own, later = self.next_job(self.given == self.answered)
    if not own then return later end
    self.given = self.given + 1
    self.asked[self.given] = own
    check(self.pool:give(self.given, own.text or job.asked.pack(own)))
  end
  return true
end

local function answer_of(self, number, how, text)
  self.answered = self.answered + 1
  if how == "done" then return job.answered.unpack(text) end
  return self.lost(self.asked[number], how)
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
-- @param next_job function(may_wait) -> job, `{text}` as workers get it or see `govreport.dataset.job`; nil at the end;
-- nil, true where there is none yet, which it may say unless it may wait
-- @param take function(job, answer), called in order
-- @param pool see `govreport.dataset.workers`
-- @param lost function(job, how) -> the answer about a document that ended its worker
-- Raises `{sink, code, fields}` where the system starts no process any more.
function run.all(next_job, take, pool, lost)
  local self = setmetatable({next_job = next_job, take = take, pool = pool, lost = lost, given = 0, answered = 0,
                             told = 0, asked = {}, ready = {}}, Run)
  repeat
    local has_more = feed(self)
    local number, how, text = pool:take()
    check(number, how, text)
    if number then
      self.ready[number] = answer_of(self, number, how, text)
      tell(self)
    end
  until not number and not has_more
end

return run
