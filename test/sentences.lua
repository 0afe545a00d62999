-- How much of what a reader takes from sentences the program takes:
--
--     lua5.4 test/sentences.lua [FILE]
-- prints what falls short, then the score; FILE is spec/cases/sentences_blind.txt.

package.path = "./lua/?.lua;./lua/?/init.lua;./?.lua;" .. package.path
package.cpath = "./build/?.so;" .. package.cpath

local sentences = require "spec.support.sentences"

local function show(case, result)
  local lines = {}
  for _, line in ipairs(result.lines) do
    if line.state ~= "bound" and line.state ~= "free" then
      lines[#lines + 1] = ("  %s: %s%s"):format(line.state, line.text, line.got and "  GOT " .. line.got or "")
    elseif line.state == "bound" and not line.verdict then
      lines[#lines + 1] = ("  verdict: %s, said %s"):format(line.text, line.said)
    end
  end
  for _, text in ipairs(result.extra) do lines[#lines + 1] = "  extra: " .. text end
  for _, text in ipairs(result.false_findings) do lines[#lines + 1] = "  false finding: " .. text end
  if #lines > 0 then print(("%d: %s\n%s"):format(case.line, case.prose, table.concat(lines, "\n"))) end
end

local score = sentences.score(sentences.load(arg[1] or "spec/cases/sentences_blind.txt"), show)
local asked = score.bound + score.missed + score.wrong
print(("%d truths: %d bound rightly (%.1f%%), %d bound wrongly, %d not bound; %d numbers rightly left alone, %d bound "
       .. "beside the truths; of those bound rightly %d have the right verdict; %d false findings"):format(
  asked, score.bound, 100 * score.bound / asked, score.wrong, score.missed, score.free, score.extra, score.verdicts,
  score.false_findings))
