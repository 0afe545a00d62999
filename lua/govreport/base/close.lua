--- Closes a report with its document: Lua does not see how much memory they hold.

return function(report)
  local document = report.document
  report:close()
  document:close()
end
