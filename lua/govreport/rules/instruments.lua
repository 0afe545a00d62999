--- Rules and normative documents (第二十条第（一）项): those in force against those of the year, and who may make rules.

local notice = "国办公开办函〔2019〕60号、〔2021〕30号附件（第二部分表格）"

-- Documents of the year that amend older ones add nothing to those in force.
local function has_amended(row)
  local note = row:cell("issued").note
  return note ~= nil and (note:find("修", 1, true) or note:find("改", 1, true)) ~= nil
end

local function in_force(context)
  if not context:declared_column("instruments", "in_force") then return end
  local found = context.report.tables.instruments
  for id, issued, repealed, left in context:rows_of("instruments", "issued", "repealed", "in_force") do
    local row = issued and repealed and left and left < issued - repealed and found:row(id)
    if row and not has_amended(row) then
      context:finding{
        cells = {row:cell("issued"), row:cell("repealed"), row:cell("in_force")}, expected = issued - repealed,
        actual = left,
        fields = {place = context:table_name("instruments"), row = context:row_label("instruments", id),
                  issued = issued, repealed = repealed, left = left, least = issued - repealed}}
    end
  end
end

local function disclosed(context)
  if not context:declared_column("instruments", "total_disclosed") then return end
  for id, new, total in context:rows_of("instruments", "disclosed", "total_disclosed") do
    if new and total and new > total then
      local row = context.report.tables.instruments:row(id)
      context:finding{
        cells = {row:cell("disclosed"), row:cell("total_disclosed")}, expected = new, actual = total,
        fields = {place = context:table_name("instruments"), row = context:row_label("instruments", id),
                  new = new, total = total}}
    end
  end
end

-- Bodies that make no rules: those of townships and counties. Whether a city may is not told by its name.
local function makes_no_rules(body)
  return body ~= nil and (body.type == "subdistrict" or body.level == "township" or body.level == "county")
end

local function competence(context)
  if not makes_no_rules(context:body()) then return end
  local cells, count = {}, nil
  for row in context.report.tables.instruments:rows() do
    for cell in row:cells() do
      if row.id == "administrative_rules" and cell.value and cell.value > 0 then
        cells[#cells + 1] = cell
        count = count or cell.value
      end
    end
  end
  if #cells == 0 then return end
  context:finding{cells = cells, fields = {place = context:table_name("instruments"), count = count,
                                           agency = context.report.agency or ""}}
end

return {
  {
    id = "instruments.in_force", severity = "warning", basis = notice, tables = {"instruments"},
    title = {zh = "现行有效件数不少于制发减废止", en = "no fewer in force than issued less repealed"},
    message = {
      zh = "{place}“{row}”行：本年制发{issued}件、废止{repealed}件，“现行有效件数”应不少于{least}件，现填{left}件，请核实。",
      en = "{place}, row “{row}”: {issued} issued and {repealed} repealed leave at least {least} in force, "
           .. "the table says {left}; please verify."},
    check = in_force,
  },
  {
    id = "instruments.disclosed", severity = "warning", basis = notice, tables = {"instruments"},
    title = {zh = "本年新公开数量不超过对外公开总数量", en = "no more newly disclosed than disclosed in all"},
    message = {zh = "{place}“{row}”行：“本年新公开数量”填{new}件，多于“对外公开总数量”的{total}件，请核实。",
               en = "{place}, row “{row}”: {new} newly disclosed, but only {total} disclosed in all; please verify."},
    check = disclosed,
  },
  {
    id = "instruments.competence", severity = "info", basis = "《中华人民共和国立法法》关于规章制定权限的规定",
    tables = {"instruments"},
    title = {zh = "无规章制定权的机关“规章”填0", en = "bodies that make no rules have none"},
    message = {
      zh = "{place}“规章”行填{count}件，{agency}无规章制定权，该行应填0；如系规范性文件请改填“规范性文件”行。",
      en = "{place}: {count} in the row “规章”, but {agency} has no power to make rules: the row should be 0; if they "
           .. "are normative documents, please move them to that row."},
    check = competence,
  },
}
