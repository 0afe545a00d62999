--- What the sentences say of the tables: counts, shares, growth, denials. A number agrees when any official reading of
-- its sentence gives it; see `govreport.claims` and `govreport.claims.agreement`.

local claims = require "govreport.claims"
local exchanged = require "govreport.claims.exchanged"
local told = claims.told

local basis = "《政府信息公开条例》第五十条；国办公开办函〔2019〕60号、〔2021〕30号附件（各部分数据应一致）"

-- ---- whose numbers ------------------------------------------------------------------------------

-- The word by which a sentence says that it counts more or less than the table, and the severity that is left.
local function other_scope(context, statement)
  local scope = statement.scope
  if not scope then return nil end
  local agency, body = context.report.agency or "", context:body()
  local is_office = agency:find("办公室$") or agency:find("办公厅$")
  local is_government = body and body.type == "government" or agency:find("人民政府$") ~= nil
  if scope.scope == "area" then return not is_government and scope.word or nil, "info" end
  if is_office then return nil end
  local governs = scope.word:find("政府", 1, true) ~= nil
  return scope.word, is_government and governs and "warning" or "info"
end

local function scope_text(word)
  if not word then return {zh = "", en = ""} end
  return {zh = ("；该句说的是“%s”，统计范围可能与表格不同"):format(word),
          en = ("; the sentence speaks of “%s”: if the table counts other bodies, it should say so"):format(word)}
end

-- What else an office may have counted, by table: said where the sentence does not tell.
local caveats = {
  disputes = {zh = "；该句统计的不限于政府信息公开案件的，请写明",
              en = "; if the sentence counts more than cases of disclosure, it should say so"},
  other = {zh = "；该句统计口径与表格不同的，请写明",
           en = "; if the sentence counts otherwise than the table, it should say so"},
}

local function caveat(statement)
  if not statement.assumed then return {zh = "", en = ""} end
  return caveats[statement.table] or caveats.other
end

-- ---- findings -----------------------------------------------------------------------------------

-- Adds the cells of a value to a list, by their numbers.
local function add_cells(value, numbers)
  for _, term in ipairs(value.terms) do table.move(term.cells, 1, #term.cells, #numbers + 1, numbers) end
  return numbers
end

local function part_of(context, statement)
  if statement.section then return context:part_name(statement.section) end
  return {zh = "正文", en = "the text"}
end

-- “予以公开258件，占33.9%”: the clause, with its share.
local function quote_of(context, statement)
  local quote = context:place(statement.quote_start, statement.quote_stop).raw
  return statement.share and quote .. "，" .. statement.share.text or quote
end

local function share_text(judged)
  local share = judged.share
  if not share or share.verdict ~= "differs" then return {zh = "", en = ""} end
  return {zh = ("，占%s件的%s%%"):format(share.whole, share.expected),
          en = (", %s%% of %s"):format(share.expected, share.whole)}
end

local function report_count(context, statement, judged)
  local main = judged.values[1]
  local places = {context:place(statement.start, statement.stop)}
  if statement.share then places[2] = context:place(statement.share.start, statement.share.stop) end
  local cells = add_cells(main, {})
  local slipped, slip_cell = told.slip(context, statement, main)
  if slip_cell then
    local known = false
    for _, number in ipairs(cells) do known = known or number == slip_cell end
    if not known then cells[#cells + 1] = slip_cell end
  end
  local word, severity = other_scope(context, statement)
  context:finding{
    message = "differs", severity = word and severity or nil, places = places,
    cells = context:cells_at(cells),
    expected = main.value, actual = statement.value,
    fields = {
      part = part_of(context, statement), quote = quote_of(context, statement), place = told.place(context, main),
      value = main.value, measure = told.measure(context, statement), sum = told.sum(context, main),
      share = share_text(judged), caveat = caveat(statement),
      other = told.other_reading(context, statement, judged.values), slip = slipped, scope = scope_text(word),
    },
  }
end

-- Two numbers that the table has the other way round.
local function report_exchange(context, one, other)
  local first, second = one.judged.values[1], other.judged.values[1]
  local statement = one.statement
  context:finding{
    message = "exchanged", cells = context:cells_at(add_cells(second, add_cells(first, {}))),
    places = {context:place(statement.start, statement.stop),
              context:place(other.statement.start, other.statement.stop)},
    expected = first.value, actual = statement.value,
    fields = {part = part_of(context, statement), quote = quote_of(context, statement),
              other_quote = quote_of(context, other.statement), place = told.place(context, first), value = first.value,
              other = told.line(context, second), other_value = second.value,
              measure = told.measure(context, statement)},
  }
end

local function each(context, kind, verdict, use)
  for _, statement in ipairs(context:statements()) do
    if statement.kind == kind and not statement.soft then
      local judged = context:agreement(statement)
      if judged.verdict == verdict then use(statement, judged) end
    end
  end
end

local function count(context)
  local list = {}
  each(context, "count", "differs", function(statement, judged)
    if not claims.explain(context, statement) then
      list[#list + 1] = {statement = statement, judged = judged}
    end
  end)
  for _, entry in ipairs(exchanged.pair(context, list)) do
    if entry.other then
      report_exchange(context, entry, entry.other)
    else
      report_count(context, entry.statement, entry.judged)
    end
  end
end

local function report_share(context, statement, share, digits, start, stop)
  if other_scope(context, statement) then return end
  context:finding{
    places = {context:place(start, stop)}, expected = share.expected .. "%", actual = digits .. "%",
    fields = {part = part_of(context, statement), quote = quote_of(context, statement), piece = share.part,
              whole = share.whole, expected = share.expected, measure = statement.measure or "件"},
  }
end

local function share(context)
  each(context, "count", "agrees", function(statement, judged)
    local own = judged.share
    if own and own.verdict == "differs" then
      report_share(context, statement, own, statement.share.digits, statement.share.start, statement.share.stop)
    end
  end)
  each(context, "share", "differs", function(statement, judged)
    report_share(context, statement, judged, statement.digits, statement.start, statement.stop)
  end)
end

-- What the growth is by both reports, behind their numbers.
local function change_text(judged)
  if judged.now == judged.before then return {zh = "，二者持平", en = ", no change"} end
  if not judged.percent then return {zh = "", en = ""} end
  local more = judged.now > judged.before
  return {zh = "，" .. (more and "增长" or "下降") .. judged.percent .. "%",
          en = (more and ", up by " or ", down by ") .. judged.percent .. "%"}
end

local function growth(context)
  each(context, "growth", "differs", function(statement, judged)
    if other_scope(context, statement) then return end
    context:finding{
      places = {context:place(statement.clause_start, statement.quote_stop)}, expected = judged.now - judged.before,
      fields = {part = part_of(context, statement), quote = quote_of(context, statement), now = judged.now,
                before = judged.before, measure = told.measure(context, statement) or "件",
                change = change_text(judged)},
    }
  end)
end

-- The cells of some readings that hold a number above 0, named and as a list.
local function positive_cells(context, judged)
  local cells, zh, en, values = {}, {}, {}, context:plane().value
  for _, value in ipairs(judged.values) do
    for _, number in ipairs(add_cells(value, {})) do
      local own = values[number]
      if own and own > 0 then
        local table_id, row_id, column_id = told.locate(context, number)
        local row, column = context:row_label(table_id, row_id), context:column_label(table_id, column_id)
        cells[#cells + 1] = number
        zh[#zh + 1] = ("“%s”“%s”%s件"):format(row, column, own)
        en[#en + 1] = ("“%s”, “%s”: %s"):format(row, column, own)
      end
    end
  end
  return context:cells_at(cells), {zh = table.concat(zh, "、"), en = table.concat(en, "; ")}
end

local function nothing(kind)
  return function(context)
    each(context, kind, "differs", function(statement, judged)
      local cells, list = positive_cells(context, judged)
      local word, severity = other_scope(context, statement)
      if #cells > 0 then
        context:finding{
          severity = word and severity or nil, cells = cells,
          places = {context:place(statement.quote_start, statement.quote_stop)},
          fields = {part = part_of(context, statement), quote = quote_of(context, statement), list = list,
                    place = context:table_name(statement.table), scope = scope_text(word), caveat = caveat(statement)},
        }
      end
    end)
  end
end

-- ---- parts of a sentence ------------------------------------------------------------------------

-- The members of a partition among the parts of a number, where all are there.
local function members(own_parts, partition)
  local list = {}
  for i, column in ipairs(partition) do
    for _, statement in ipairs(own_parts) do
      if statement.column == column then list[i] = statement end
    end
    if not list[i] or list[i].bound ~= "exact" then return nil end
  end
  return list
end

-- The numbers that have parts, in order, and their parts.
local function wholes(context)
  local order, by_whole = {}, {}
  for _, statement in ipairs(context:statements()) do
    local parent = statement.kind == "count" and statement.column and statement.parent
    if parent then
      if not by_whole[parent] then
        by_whole[parent] = {}
        order[#order + 1] = parent
      end
      table.insert(by_whole[parent], statement)
    end
  end
  return order, by_whole
end

-- Numbers that the tables already have something to say of need no second finding.
local function is_judged(context, list)
  local agree = 0
  for _, statement in ipairs(list) do
    local verdict = context:agreement(statement).verdict
    if verdict == "differs" then return true end
    if verdict == "agrees" then agree = agree + 1 end
  end
  return agree == #list
end

local function parts(context)
  local order, by_whole = wholes(context)
  for _, parent in ipairs(order) do
    for _, partition in ipairs(context:lexis().partitions) do
      local list = parent.bound == "exact" and members(by_whole[parent], partition)
      if list and not is_judged(context, {parent, table.unpack(list)}) then
        local sum, places, terms = 0, {context:place(parent.start, parent.stop)}, {}
        for i, statement in ipairs(list) do
          sum = sum + statement.value
          terms[i] = {sign = 1, value = statement.value}
          places[#places + 1] = context:place(statement.start, statement.stop)
        end
        if sum ~= parent.value then
          context:finding{message = "sum", places = places, expected = sum, actual = parent.value,
                          fields = {part = part_of(context, parent), quote = quote_of(context, parent),
                                    measure = parent.measure, sum = sum,
                                    parts = {zh = told.joined(terms, "＋", "−"), en = told.joined(terms, " + ", " - ")}}}
        end
      end
    end
  end
end

-- Numbers that their sentence takes apart itself.
local function splits(context)
  each(context, "whole", "differs", function(statement, judged)
    local places, terms = {context:place(statement.start, statement.stop)}, {}
    for i = 1, judged.count do
      local part = statement.parts[i]
      places[i + 1] = context:place(part.tape_start, part.tape_stop)
      terms[i] = {sign = 1, value = part.value}
    end
    context:finding{
      message = judged.unit and "unit" or judged.count == 1 and "more" or "sum", places = places,
      expected = judged.sum, actual = statement.value,
      fields = {part = part_of(context, statement), quote = quote_of(context, statement), sum = judged.sum,
                measure = statement.measure, whole = statement.value,
                parts = {zh = told.joined(terms, "＋", "−"), en = told.joined(terms, " + ", " - ")}},
    }
  end)
end

return {
  {
    id = "narrative.count", severity = "warning", basis = basis,
    title = {zh = "文中件数与表格一致", en = "counts in sentences agree with the tables"},
    message = {
      differs = {zh = "{part}称“{quote}”，{place}为{value}{measure}{sum}{other}{share}{slip}{scope}，请核实并统一{caveat}。",
                 en = "{part} says “{quote}”; {place} has {value} {measure}{sum}{other}{share}{slip}{scope}; please "
                      .. "verify which holds{caveat}."},
      exchanged = {zh = "{part}称“{quote}”“{other_quote}”，{place}为{value}{measure}、{other}为{other_value}{measure}，"
                        .. "恰好相反，两行疑填反，请核实并统一。",
                   en = "{part} says “{quote}” and “{other_quote}”; {place} has {value} {measure} and {other} "
                        .. "{other_value}, just the other way round; the two rows seem to be exchanged, please verify "
                        .. "which holds."},
    },
    check = count,
  },
  {
    id = "narrative.share", severity = "warning", basis = basis,
    title = {zh = "文中占比与件数一致", en = "shares in sentences are those of the counts"},
    message = {zh = "{part}称“{quote}”，{piece}{measure}应占{whole}{measure}的{expected}%，请核实占比。",
               en = "{part} says “{quote}”; {piece} {measure} are {expected}% of {whole}; please verify the share."},
    check = share,
  },
  {
    id = "narrative.growth", severity = "warning", basis = "提示",
    title = {zh = "文中增减与上一年度报告一致",
             en = "growth in sentences agrees with last year's report"},
    message = {zh = "{part}称“{quote}”，上一年度报告为{before}{measure}，本年度表格为{now}{measure}{change}，请核实增减幅度。",
               en = "{part} says “{quote}”; last year's report has {before} {measure}, this one {now}{change}; please "
                    .. "verify the growth."},
    check = growth,
  },
  {
    id = "narrative.none", severity = "warning", basis = basis,
    title = {zh = "文中称没有的，表格中也没有", en = "what sentences deny is not in the tables"},
    message = {zh = "{part}称“{quote}”，{place}有{list}{scope}，请核实并统一{caveat}。",
               en = "{part} says “{quote}”; {place} has {list}{scope}; please verify which holds{caveat}."},
    check = nothing "none",
  },
  {
    id = "narrative.outcome", severity = "warning", basis = basis,
    title = {zh = "文中称结果一律如何的，表格中没有其他结果",
             en = "an outcome said of all cases is the only one in the tables"},
    message = {zh = "{part}称“{quote}”，{place}有{list}{scope}，请核实并统一。",
               en = "{part} says “{quote}”; {place} has {list}{scope}; please verify which holds."},
    check = nothing "uniform",
  },
  {
    id = "narrative.parts", severity = "warning", basis = "提示",
    title = {zh = "文中分项合计等于总数", en = "the parts of a sentence add up to its total"},
    message = {
      sum = {zh = "{part}称“{quote}”，所列分项合计为{sum}{measure}（{parts}），请核实并统一。",
             en = "{part} says “{quote}”; its parts add up to {sum} {measure} ({parts}); please "
                  .. "verify which holds."},
      more = {zh = "{part}称“{quote}”，其中项{sum}{measure}大于总数{whole}{measure}，请核实。",
              en = "{part} says “{quote}”; the part, {sum} {measure}, is more than the whole, {whole}; please verify "
                   .. "which holds."},
      unit = {zh = "{part}称“{quote}”，所列分项合计为{sum}{measure}（{parts}），总数的单位疑有误，请核实并统一。",
              en = "{part} says “{quote}”; its parts add up to {sum} {measure} ({parts}); the unit seems "
                    .. "wrong, please verify."},
    },
    check = function(context)
      parts(context)
      splits(context)
    end,
  },
}
