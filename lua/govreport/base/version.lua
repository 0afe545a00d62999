--- The version of the library. `make release` sets it.

return "0.1.0"
