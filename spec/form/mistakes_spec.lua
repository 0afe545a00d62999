--- Mistakes in forms: each is told when the form is loaded, with the file, the line and a remedy. The cases stand in
-- spec/cases/form_mistakes.txt, which says how it is written.

-- The forms of the file, each a list of lines, and its cases: {form =, title =, lines = {{mark, text}}}.
local function read_cases(path)
  local sound, cases, form, case = {}, {}, nil, nil
  for line in io.lines(path) do
    local name = line:match "^form (%w+)$"
    local of, title = line:match "^case (%w+): (.+)$"
    local mark, text = line:match "^([-+!?]) (.*)$"
    if name then form, sound[name] = name, {}
    elseif of then
      case = {form = of, title = title}
      cases[#cases + 1], form = case, nil
    elseif mark and case then case[#case + 1] = {mark = mark, text = text}
    elseif form then table.insert(sound[form], (line:gsub("^  ", "")))
    end
  end
  return sound, cases
end

-- The script of a case, the number of its wrong line, and what the message must hold.
local function planted(lines, case)
  local old, new, guilty, remedy = nil, {}, nil, nil
  for _, change in ipairs(case) do
    if change.mark == "-" then old = change.text
    elseif change.mark == "?" then remedy = change.text
    else
      new[#new + 1] = change.text
      if change.mark == "!" then guilty = #new end
    end
  end
  local script, line = {}, nil
  for _, text in ipairs(lines) do
    if text:match "^%s*(.*)$" == old then
      assert(not line, "the line stands twice: " .. old)
      line = #script + guilty
      table.move(new, 1, #new, #script + 1, script)
    else
      script[#script + 1] = text
    end
  end
  return table.concat(script, "\n"), assert(line, case.title), assert(remedy, case.title)
end

local sound, cases = read_cases "spec/cases/form_mistakes.txt"

-- Loads a script from a file of its own into a registry of its own.
local function load_script(text)
  local path = os.tmpname()
  local file = assert(io.open(path, "w"))
  file:write(text, "\n")
  file:close()
  for _, module in ipairs{"registry", "form_files"} do package.loaded["govreport.form." .. module] = nil end
  local ok, problem = pcall(require("govreport.form.form_files").load, {path})
  os.remove(path)
  return ok, not ok and tostring(problem):gsub(path:gsub("%p", "%%%0"), "form.lua")
end

describe("a form", function()
  for name, lines in pairs(sound) do
    it(name .. " is sound without a mistake", function()
      local ok, message = load_script(table.concat(lines, "\n"))
      assert(ok, message)
    end)
  end

  for _, case in ipairs(cases) do
    it("with " .. case.title .. " is told", function()
      local text, line, remedy = planted(sound[case.form], case)
      local ok, message = load_script(text)
      assert.is_false(ok)
      assert.equal("form.lua:" .. line, message:match "^[^:]*:?%d*", message)
      assert.is_truthy(message:find(remedy, 1, true), message)
    end)
  end
end)
