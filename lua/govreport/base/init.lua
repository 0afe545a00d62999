--- What any program could use. Plain values in; plain values out. Nothing here knows what a report is.

return require "govreport.base.room"(...)
