--- How far a long run has come and how long it will go on, on a line of the terminal.

local catalogue = require "govreport.base.catalogue"
local progress = require "govreport.cli.progress"

local pace = {}

-- Seconds as people say them.
local function duration(seconds, lang)
  local unit = seconds >= 90 and "minutes" or "seconds"
  local number = unit == "minutes" and (seconds + 30) // 60 or math.max(1, seconds)
  return catalogue.text(lang, "pace." .. unit, {number = ("%.0f"):format(number)})
end

--- @return `{tell, clear, __close}`: `tell(summary)` is called as often as one likes
function pace.new(lang)
  local shown, start, last = progress.line(), os.time(), nil
  local own = {}

  function own.tell(summary)
    local now = os.time()
    if not shown.is_shown or now == last and summary.done < summary.files then return end   -- a line a second
    last = now
    local spent = math.max(1, os.difftime(now, start))
    local rate = summary.done / spent
    shown:tell(catalogue.text(lang, "dataset.progress", {
      number = summary.done, total = summary.files, rate = ("%.0f"):format(rate), failed = #summary.failures,
      left = duration((summary.files - summary.done) / rate, lang)}))
  end

  function own:clear()
    if self then shown:clear() end
  end

  return setmetatable(own, {__close = own.clear})
end

return pace
