--- Forms that are filled in. Values of cells in; reports in their forms, with totals, ready to be shown, out.

return require "govreport.base.room"(...)
