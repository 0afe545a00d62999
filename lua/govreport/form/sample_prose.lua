--- What stands in the parts of a sample report beside its tables: usual sentences, which state no number of a table and
-- which no rule has anything against.

local sample_prose = {}

-- The parts of the disclosure reports, by id.
local disclosure = {
  overview = "主动公开政策文件和办事指南，收到的政府信息公开申请均在法定期限内答复。发布前逐件进行保密审查，在门户网站新设公告专栏。"
             .. "政府信息公开纳入年度工作考核，并邀请服务对象开展社会评议，未发生需要追究责任的情形。",
  problems = "一是图解、视频等群众易懂的解读形式用得不多。二是部分历史文件查找较为费时。下一年将为新出台的文件同步制作图解，"
             .. "并分批整理历史文件。",
  other = "本年度未收取信息处理费。",
}

local function has_tables(declared, id)
  for _, t in ipairs(declared.tables) do
    if t.section == id then return true end
  end
  return false
end

local function is_disclosure(declared) return declared.claims ~= nil end

--- The sentences of a part; "" for one that its tables fill.
function sample_prose.part(declared, section)
  if has_tables(declared, section.id) then return "" end
  return is_disclosure(declared) and disclosure[section.id] or section.title .. "按年度计划推进，各项要求均已落实。"
end

--- The paragraphs between the title and the first part.
function sample_prose.head(declared, year)
  if not is_disclosure(declared) or not year then return {} end
  local notice = declared.notice and ("和有关通知（%s）"):format(declared.notice:match "%S+$") or ""
  return {
    ("根据《中华人民共和国政府信息公开条例》%s要求，编制本报告。"):format(notice)
    .. ("统计期限为%d年1月1日至%d年12月31日。"):format(year, year),
  }
end

--- The paragraphs behind the last part: who signs, and when.
function sample_prose.tail(agency, year)
  return year and {agency, ("%d年1月18日"):format(year + 1)} or {agency}
end

return sample_prose
