--- The programs of poppler-utils, each as a process of its own within limits: what they make of a PDF on their standard
-- input.

local poppler = {}

local limits = {
  cpu_seconds = 20,          -- of a processor: a report takes a tenth of one
  seconds = 120,             -- by the clock on the wall, on a busy machine
  memory = 1 << 30,          -- bytes: a report takes 50 MB
  output = 128 << 20,        -- bytes: a report of five pages makes 3 MB of drawings
}

-- What a program that failed says of the file.
local complaints = {
  {"Incorrect password", "pdf.encrypted"}, {"Command Line Error", "pdf.broken"},
}

local function failure(program, run)
  if run.ended == "time" or run.ended == "output" then return nil, "pdf.limit", {detail = program} end
  for _, complaint in ipairs(complaints) do
    if run.err:find(complaint[1], 1, true) then return nil, complaint[2], {} end
  end
  return nil, "pdf.broken", {}
end

--- Runs a program.
-- @param argv its name and arguments
-- @param bytes the content of a PDF
-- @return what it writes; or nil, code, fields: `pdf.missing` where it is not there, `pdf.encrypted`, `pdf.broken`,
-- `pdf.limit` where it takes too long or writes too much
function poppler.run(argv, bytes)
  local is_there, process = pcall(require, "govreport.process")
  if not is_there then return nil, "pdf.missing", {detail = argv[1]} end
  local own = {input = bytes}
  for key, value in pairs(limits) do own[key] = value end
  local run = process.run(argv, own)
  if not run then return nil, "pdf.missing", {detail = argv[1]} end
  if run.ended == "exit" and run.status == 0 then return run.out end
  return failure(argv[1], run)
end

return poppler
