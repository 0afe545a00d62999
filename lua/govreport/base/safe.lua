--- One line without anything that could move the cursor or turn the direction of writing: text from files may hold
-- anything, and goes to terminals, logs and letters.

return function(value)
  local text = tostring(value)
  if text:find("[%c\127]") then text = text:gsub("[%c\127]+", " ") end
  if text:find("\226\128[\142\143\168-\174]") or text:find("\226\129[\166-\169]") then
    text = text:gsub("\226\128[\142\143\168-\174]", ""):gsub("\226\129[\166-\169]", "")
  end
  return (text:gsub("\194[\128-\159]", " "))
end
