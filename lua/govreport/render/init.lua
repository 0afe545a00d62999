--- Findings and whatever else is shown. Results in; text, JSON and pages out, as strings. Nothing is computed here.

return require "govreport.base.room"(...)
