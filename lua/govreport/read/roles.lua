--- What the cells of a printed table can be, and what a label in one can stand for.

local roles = {BLANK = 0, VALUE = 1, LABEL = 2, TEXT = 3}

--- The first use of a label in a role: "row", "group", "header", "caption"; nil where it has none.
function roles.has(label, role)
  for _, use in ipairs(label.uses) do
    if use.role == role then return use end
  end
end

return roles
