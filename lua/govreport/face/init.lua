--- The face. Arguments of programs in; what the other rooms make of them out, or what is wrong with them.
--
-- Each file is a chapter of functions of `require "govreport"`. They look at their arguments, read what is named by a
-- path, and call the room that does the work, which is loaded when it is first asked for.

return {"reading", "forms", "rules", "checking", "reviewing", "gathering", "comparing", "drafting", "showing",
        "annotating", "numbers", "scripts"}
