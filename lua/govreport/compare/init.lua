--- Two and many reports. Reports in; what differs, what is repeated, what does not add up out.

return require "govreport.base.room"(...)
