-- Writes what the configure scripts of the libraries would find out, for WebAssembly:
--   lua5.4 page/configure.lua SOURCES FOLDER     leaves their headers and zip_err_str.c in FOLDER

local sources, folder = arg[1], arg[2]

local function read(path)
  local file <close> = assert(io.open(path))
  return file:read("a")
end

local function write(name, text)
  local file <close> = assert(io.open(folder .. "/" .. name, "w"))
  file:write(text)
end

-- libzip: sizes are those of 32 bits with offsets of 64.
write("config.h", [[
#ifndef HAD_CONFIG_H
#define HAD_CONFIG_H
#include "zipconf.h"
#define HAVE_FSEEKO
#define HAVE_FTELLO
#define HAVE_LOCALTIME_R
#define HAVE_SNPRINTF
#define HAVE_STRCASECMP
#define HAVE_STRDUP
#define HAVE_STRTOLL
#define HAVE_STRTOULL
#define HAVE_STDBOOL_H
#define HAVE_STRINGS_H
#define HAVE_UNISTD_H
#define SIZEOF_OFF_T 8
#define SIZEOF_SIZE_T 4
#define PACKAGE "libzip"
#define VERSION "0"
#endif
]])

local types = {
  ZIP_INT8_T = "int8_t", ZIP_UINT8_T = "uint8_t", ZIP_INT16_T = "int16_t", ZIP_UINT16_T = "uint16_t",
  ZIP_INT32_T = "int32_t", ZIP_UINT32_T = "uint32_t", ZIP_INT64_T = "int64_t", ZIP_UINT64_T = "uint64_t",
  ZIP_NULLABLE_DEFINES = "", LIBZIP_TYPES_INCLUDE = "#include <inttypes.h>", libzip_VERSION = "0",
  libzip_VERSION_MAJOR = "0",
  libzip_VERSION_MINOR = "0", libzip_VERSION_PATCH = "0",
}
write("zipconf.h", (read(sources .. "/libzip/cmake-zipconf.h.in"):gsub("#cmakedefine ZIP_STATIC", "#define ZIP_STATIC")
                    :gsub("%${([%w_]+)}", types)))

-- The messages of libzip, as its CMakeLists.txt takes them from zip.h.
local texts, kinds = {}, {}
local header = read(sources .. "/libzip/lib/zip.h")
for kind, text in header:gmatch("#define ZIP_ER_[%u_0-9]+%s+%d+%s+/%* ([NSZ]) ([^*]-) %*/") do
  texts[#texts + 1], kinds[#kinds + 1] = ("    %q,\n"):format(text), ("    ZIP_ET_%s,\n"):format(
    ({N = "NONE", S = "SYS", Z = "ZLIB"})[kind])
end
assert(#texts > 20, "the messages of libzip are not where they were")
write("zip_err_str.c", '#include "zipint.h"\nconst char *const _zip_err_str[] = {\n' .. table.concat(texts)
      .. "};\nconst int _zip_nerr_str = sizeof _zip_err_str / sizeof *_zip_err_str;\n"
      .. "const int _zip_err_type[] = {\n"
      .. table.concat(kinds) .. "};\n")

write("expat_config.h", [[
#define BYTEORDER 1234
#define HAVE_STDINT_H 1
#define HAVE_UNISTD_H 1
]])

-- Of Debian's Lua: a folder in the paths where it looks for modules, of which there are none.
write("lua5.4-deb-multiarch.h", '#define DEB_HOST_MULTIARCH "wasm32"\n')
