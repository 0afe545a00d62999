--- Places that a template leaves to be filled in: （文字描述）, （请填写…）, （单位名称）.

local unfilled = {}

--- How the instructions begin of the official blank and of forms made after it, on the tape.
unfilled.instructions = {
  "(文字描述", "(机关名称", "(单位名称", "(此处", "(请填写", "(填写", "(请在此", "此处填写",
}

--- Whether a text is nothing but one such instruction.
function unfilled.is_whole(text)
  local own = text:match "^[%s%c]*(%([^()]*%))[%s%c]*$"
  for _, words in ipairs(own and unfilled.instructions or {}) do
    if own:sub(1, #words) == words then return true end
  end
  return false
end

return unfilled
