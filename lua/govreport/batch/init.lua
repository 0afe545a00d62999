--- Many reports. Files and folders in; their reports out, read or checked one after the other.

return require "govreport.base.room"(...)
