--- Who publishes. Names and registers in; what kind of body it is, and which it was before, out.

return require "govreport.base.room"(...)
