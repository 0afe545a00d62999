--- What is unsafe in text that people see, and what programs read better escaped: the one list of it. Characters that
-- move a cursor, turn the direction of writing, are not seen at all, or are none; in valid UTF-8, see
-- `govreport.base.valid`. The core has the same list for the texts of its objects, and a spec compares the two.
--
-- Each entry is a pattern and what it matches: "break", what parts words or lines; "hidden", what nobody sees; "none",
-- no character.

return {
  {"%c", "break"},                                             -- U+0000-001F, U+007F
  {"\194[\128-\159]", "break"},                                -- U+0080-009F
  {"\226\128[\168\169]", "break"},                             -- U+2028, U+2029
  {"\216\156", "hidden"},                                      -- U+061C
  {"\225\160\142", "hidden"},                                  -- U+180E
  {"\226\128[\139-\143]", "hidden"},                           -- U+200B-200F
  {"\226\128[\170-\174]", "hidden"},                           -- U+202A-202E
  {"\226\129[\160-\175]", "hidden"},                           -- U+2060-206F
  {"\239\187\191", "hidden"},                                  -- U+FEFF
  {"\243\160[\128\129][\128-\191]", "hidden"},                 -- U+E0000-E007F
  {"\239\183[\144-\175]", "none"},                             -- U+FDD0-FDEF
  {"\239\191[\190\191]", "none"},                              -- U+FFFE, U+FFFF
  {"[\240-\244][\143\159\175\191]\191[\190\191]", "none"},     -- U+nFFFE, U+nFFFF
}
