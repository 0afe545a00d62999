--- Numbers of clean reports: cells of a disclosure form that agree with each other, at the scale of a body.

local clean_cells = {}

local applicants = {"natural_person", "business", "research_institution", "public_welfare", "legal_service",
                    "other_organization"}

local outcomes = {
  "granted", "partially_granted", "denied_state_secret", "denied_prohibited_by_law", "denied_security_stability",
  "denied_third_party", "denied_internal_affairs", "denied_deliberative", "denied_enforcement_file",
  "denied_registry_inquiry", "unavailable_not_held", "unavailable_needs_creation", "unavailable_unclear",
  "not_processed_petition", "not_processed_repeated", "not_processed_publication", "not_processed_excessive",
  "not_processed_reconfirmation",
}

local other_outcomes = {
  cn_disclosure_2019 = {"other_handling"},
  cn_disclosure_2021 = {"other_not_supplemented", "other_fee_unpaid", "other_remaining"},
}

-- How many applications of an outcome a column may hold at each scale; most outcomes are rare.
local most = {none = 0, few = 3, some = 40, many = 400}

local function count(random, limit, rarity)
  if limit == 0 or random(rarity) > 1 then return 0 end
  return random(limit)
end

local function fill_column(random, cells, column, list, limit)
  local concluded = 0
  for i, outcome in ipairs(list) do
    local value = count(random, i > 2 and (limit + 3) // 4 or limit, i > 1 and 4 or 1)
    cells["applications." .. outcome .. "." .. column] = value
    concluded = concluded + value
  end
  local brought = math.min(concluded, count(random, (limit + 9) // 10, 2))
  local carried = count(random, (limit + 9) // 10, 2)
  cells["applications.concluded." .. column] = concluded
  cells["applications.brought_forward." .. column] = brought
  cells["applications.carried_forward." .. column] = carried
  cells["applications.received." .. column] = concluded + carried - brought
end

local function fill_applications(random, cells, form, scale)
  local list = table.move(other_outcomes[form], 1, #other_outcomes[form], #outcomes + 1,
                          table.move(outcomes, 1, #outcomes, 1, {}))
  local limit = most[scale]
  for i, column in ipairs(applicants) do
    local is_rare = i > 2 and random(3) > 1
    fill_column(random, cells, column, list, (i == 1 and limit) or (is_rare and 0) or limit // (4 * i))
  end
  local rows = table.move({"received", "brought_forward", "concluded", "carried_forward"}, 1, 4, #list + 1, list)
  for _, row in ipairs(rows) do
    local sum = 0
    for _, column in ipairs(applicants) do sum = sum + cells["applications." .. row .. "." .. column] end
    cells["applications." .. row .. ".total"] = sum
  end
end

local function fill_disputes(random, cells, scale)
  local limit = scale == "many" and 12 or 3
  local is_quiet = scale == "none" or scale == "few" and random(3) > 1
  for _, kind in ipairs{"reconsideration", "litigation_direct", "litigation_after_reconsideration"} do
    local sum = 0
    for _, outcome in ipairs{"upheld", "corrected", "other_outcome", "pending"} do
      local value = is_quiet and 0 or count(random, limit, 3)
      cells["disputes." .. kind .. "." .. outcome] = value
      sum = sum + value
    end
    cells["disputes." .. kind .. ".total"] = sum
  end
end

local function fill_2021(random, cells, body)
  local issued, repealed = count(random, 12, 2), count(random, 6, 3)
  cells["instruments.normative_documents.issued"] = issued
  cells["instruments.normative_documents.repealed"] = repealed
  cells["instruments.normative_documents.in_force"] = issued + (random(3) == 1 and 0 or random(60))
  if body.makes_rules then
    local made = random(4) - 1
    cells["instruments.administrative_rules.issued"] = made
    cells["instruments.administrative_rules.in_force"] = made + random(40)
  end
  cells["licensing.licenses.decisions"] = count(random, 9000, 2)
  cells["enforcement.penalties.decisions"] = count(random, 3000, 2)
  cells["enforcement.coercion.decisions"] = count(random, 200, 3)
  local whole, part = count(random, 900, 2), random(9999)
  cells["fees.administrative_fees.amount"] = whole > 0 and (("%d.%04d"):format(whole, part):gsub("0+$", "")) or 0
end

local function signed(random, value)
  if value == 0 then return "0" end
  local styles = {("%+d"):format(value), (value < 0 and "减%d" or "增%d"):format(math.abs(value)),
                  (value < 0 and "减少%d" or "增加%d"):format(math.abs(value))}
  return styles[random(#styles)]
end

local function fill_2019(random, cells)
  local made = count(random, 20, 2)
  cells["instruments.normative_documents.made"] = made
  cells["instruments.normative_documents.disclosed"] = made
  cells["instruments.normative_documents.total_disclosed"] = made + random(90) - 1
  for _, row in ipairs{"licensing.licenses", "licensing.other_services", "enforcement.penalties",
                       "enforcement.coercion", "fees.administrative_fees"} do
    local before = count(random, 150, 2)
    local change = random(3) == 1 and random(9) - 5 or 0
    cells[row .. ".previous_items"] = before
    cells[row .. ".change"] = signed(random, math.max(change, -before))
    if row:find "^fees" == nil then
      cells[row .. ".decisions"] = before == 0 and change <= 0 and 0 or count(random, 5000, 2)
    end
  end
  local purchases = count(random, 30, 2)
  cells["procurement.centralized.items"] = purchases
  cells["procurement.centralized.amount"] = purchases > 0 and (purchases * (20000 + random(90000))) .. "元" or "0"
end

--- Fills a form in.
-- @param body `{scale, makes_rules}`: how many applications a body has, whether it may make 规章
-- @return map from address to a number or text
function clean_cells.new(random, form, body)
  local cells = {}
  fill_applications(random, cells, form, body.scale)
  fill_disputes(random, cells, body.scale)
  if form == "cn_disclosure_2021" then fill_2021(random, cells, body) else fill_2019(random, cells) end
  return cells
end

return clean_cells
