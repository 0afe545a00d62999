--- What `check --letter` and `review` write into a letter beside the findings: who sends it and when, by when it is to
-- be answered, and whom to ask.

local letter_options = {}

local names = {"from", "deadline", "contact"}

--- @param always whether the command always writes letters, and not with `--letter` alone
function letter_options.define(parser, always)
  local when = always and "letters: " or "with --letter: "
  parser:option("--from", when .. "the office that sends it")
  parser:option("--deadline", when .. "the day by which it is to be answered, like 2025-02-28")
  parser:option("--contact", when .. "whom to ask, name and telephone")
end

-- Whether a text is a day that exists, like 2025-02-28.
local function is_day(text)
  local year, month, day = text:match("^(%d%d%d%d)%-(%d%d)%-(%d%d)$")
  return year and os.date("%Y-%m-%d", os.time{year = year, month = month, day = day, hour = 12}) == text
end

--- The first of the options that was given, as it is written; nil where none was.
function letter_options.given(arguments)
  for _, name in ipairs(names) do
    if arguments[name] then return "--" .. name end
  end
end

--- Whether the options are right; tells where they are not.
-- @param always whether the command always writes letters, and not with `--letter` alone
function letter_options.fit(arguments, terminal, always)
  local option = letter_options.given(arguments)
  if option and not (always or arguments.letter) then
    terminal:tell("letter.alone", {option = option})
    return false
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
