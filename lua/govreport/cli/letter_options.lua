--- What `check --letter` writes into a letter beside the findings: who sends it and when, by when it is to be answered,
-- and whom to ask.

local letter_options = {}

local names = {"from", "deadline", "contact"}

function letter_options.define(parser)
  parser:option("--from", "with --letter: the office that sends it")
  parser:option("--deadline", "with --letter: the day by which it is to be answered, like 2025-02-28")
  parser:option("--contact", "with --letter: whom to ask, name and telephone")
end

-- Whether a text is a day that exists, like 2025-02-28.
local function is_day(text)
  local year, month, day = text:match("^(%d%d%d%d)%-(%d%d)%-(%d%d)$")
  return year and os.date("%Y-%m-%d", os.time{year = year, month = month, day = day, hour = 12}) == text
end

--- Whether the options are right; tells where they are not.
function letter_options.fit(arguments, terminal)
  for _, name in ipairs(names) do
    if arguments[name] and not arguments.letter then
      terminal:tell("letter.alone", {option = "--" .. name})
      return false
    end
  end
  if arguments.deadline and not is_day(arguments.deadline) then
    terminal:tell("letter.deadline", {value = arguments.deadline})
    return false
  end
  return true
end

--- The options of `govreport.letter` for an entry of a batch; the letter has the date of today.
function letter_options.of(arguments, entry, lang)
  return {lang = lang, rounds = entry.rounds, from = arguments.from, deadline = arguments.deadline,
          contact = arguments.contact, date = os.date "%Y-%m-%d"}
end

return letter_options
