# make          build the Lua module and the C examples into build/
# make demo     install what is missing, build, check the example report
# make test     the same, then lint and run every test
# make install  the command, the modules and the C library below PREFIX (/usr/local)
# make deps     only install what is missing (Debian packages)
# make docs     write anew what is made of docs/api and of the tables of datasets: docs/reference.md, types/govreport, …
# make page     the page that checks reports in a browser: build/page/govreport.html; test-page: try it; see docs/page.md
# make test-slurm   the shards of a dataset on a Slurm of its own; see docs/engines.md
# make release VERSION=x.y.z   make a release of what stands here; see CONTRIBUTING.md
# fuzz, hostile, spec, asan, valgrind, torture, lint, mutate, perturb, clean-reports, generated, killed, thousand, bench,
# rock, rockspec, clean: see below

PACKAGES = gcc libc6-dev lua5.4 liblua5.4-dev lua-lpeg lua-filesystem \
           lua-argparse lua-busted lua-check luarocks pkg-config libgumbo-dev libzip-dev libexpat1-dev \
           libsqlite3-dev libxlsxwriter-dev \
           poppler-utils poppler-data

LUA    = lua5.4
# The script's own first line would start whatever `lua` is, 5.1 as a rule.
BUSTED = $(LUA) /usr/bin/busted -o plainTerminal

CC       = gcc
CFLAGS   = -O2 -g
WARNINGS = -Wall -Wextra -Wpedantic -Wshadow -Wconversion
LUA_INC := $(shell pkg-config --cflags lua5.4 2>/dev/null || echo -I/usr/include/lua5.4)
LUA_LIB := $(shell pkg-config --libs lua5.4 2>/dev/null)

# The sanitizer build is this Makefile again with another B and EXTRA;
# `make test` adds -Werror to EXTRA.
B     = build
EXTRA =
ALL_CFLAGS = -std=c11 -fPIC -fvisibility=hidden $(WARNINGS) $(CFLAGS) $(EXTRA)

objects   = $(patsubst csrc/%.c,$(B)/obj/%.o,$(1))
PROCESS  := $(call objects,$(wildcard csrc/process/*.c))
DOCX     := $(call objects,$(wildcard csrc/docx/*.c))
SQLITE   := $(call objects,$(wildcard csrc/sqlite/*.c))
XLSX     := $(call objects,$(wildcard csrc/xlsx/*.c))
WASM     := $(call objects,$(wildcard csrc/wasm/*.c))
OBJECTS  := $(filter-out $(PROCESS) $(DOCX) $(SQLITE) $(XLSX) $(WASM),$(call objects,$(wildcard csrc/*/*.c)))
CORE      = $(filter-out $(B)/obj/lua/%,$(OBJECTS))
# The binding of the core; the module that starts processes and knows nothing of reports; those for Word documents,
# databases and workbooks, where their libraries are.
MODULE    = $(B)/govreport/core.so
DOCX_LIBS := $(shell pkg-config --libs libzip expat 2>/dev/null)
SQLITE_LIBS := $(shell pkg-config --libs sqlite3 2>/dev/null)
XLSX_LIBS := $(shell pkg-config --libs xlsxwriter 2>/dev/null)
MODULES   = $(MODULE) $(B)/govreport/process.so $(if $(DOCX_LIBS),$(B)/govreport/docx.so) \
            $(if $(SQLITE_LIBS),$(B)/govreport/sqlite.so) $(if $(XLSX),$(if $(XLSX_LIBS),$(B)/govreport/xlsx.so))
LIBRARY   = $(B)/libgovreport.a
EXAMPLES := $(patsubst %.c,$(B)/%,$(wildcard examples/*.c))
# A program with Lua inside needs the library of Lua, which the module does not.
EMBED     = $(B)/examples/embed
ifeq ($(LUA_LIB),)
EXAMPLES := $(filter-out $(EMBED),$(EXAMPLES))
endif
TABLES    = build/page
TESTS    := $(patsubst %.c,$(B)/%,$(wildcard test/test_*.c))
BENCHES  := $(patsubst %.c,$(B)/%,$(wildcard bench/*.c))
# An HTML5 parser to compare the reader of pages with, where there is one.
GUMBO    := $(shell pkg-config --cflags --libs gumbo 2>/dev/null)
ORACLE    = $(if $(GUMBO),$(B)/test/html5/cells)

.PHONY: all everything deps demo test spec asan asan-build fuzz fuzzers hostile valgrind torture lint mutate perturb clean-reports \
        generated killed thousand test-datasets bench docs page test-page test-slurm \
        install rock rockspec release clean
.DELETE_ON_ERROR:

all: $(MODULES) $(LIBRARY) $(EXAMPLES)
	@:
everything: all $(TESTS) $(BENCHES) $(ORACLE)
	@:

# Only the bindings see Lua's headers: the core has to do without.
$(B)/obj/lua/%.o $(B)/obj/process/%.o $(B)/obj/docx/%.o $(B)/obj/sqlite/%.o $(B)/obj/xlsx/%.o: INCLUDES = $(LUA_INC)
$(B)/obj/%.o: csrc/%.c Makefile
	@mkdir -p $(@D)
	@echo "  CC   $@"
	@$(CC) $(ALL_CFLAGS) -Icsrc $(INCLUDES) -MMD -MP -c -o $@ $<

$(MODULE): $(OBJECTS)
$(B)/govreport/process.so: $(PROCESS)
$(B)/govreport/docx.so: $(DOCX)
$(B)/govreport/docx.so: MODULE_LIBS = $(DOCX_LIBS)
$(B)/govreport/sqlite.so: $(SQLITE)
$(B)/govreport/sqlite.so: MODULE_LIBS = $(SQLITE_LIBS)
$(B)/govreport/xlsx.so: $(XLSX)
$(B)/govreport/xlsx.so: MODULE_LIBS = $(XLSX_LIBS)
$(MODULES):
	@mkdir -p $(@D)
	@echo "  LINK $@"
	@$(CC) $(ALL_CFLAGS) -shared -o $@ $^ $(MODULE_LIBS)

$(LIBRARY): $(CORE)
	@echo "  AR   $@"
	@rm -f $@ && ar rcsD $@ $^

$(EMBED): INCLUDES = $(LUA_INC)
$(EMBED): LIBS = -pthread $(LUA_LIB)
$(EXAMPLES) $(TESTS) $(BENCHES): $(B)/%: %.c $(LIBRARY) Makefile
	@mkdir -p $(@D)
	@echo "  CC   $@"
	@$(CC) $(ALL_CFLAGS) -Icsrc $(INCLUDES) -MMD -MP -MF $@.d -o $@ $< $(LIBRARY) $(LIBS)

# What stands in the browser for the system's iconv, beside the system's.
$(B)/test/test_iconv: INCLUDES = -I$(TABLES)
$(B)/test/test_iconv: $(TABLES)/charset_tables.h
$(TABLES)/charset_tables.h: page/charsets.c
	@mkdir -p $(@D)
	@$(CC) $(CFLAGS) -o $(@D)/charsets $< && $(@D)/charsets >$@

$(B)/test/html5/cells: test/html5/cells.c Makefile
	@mkdir -p $(@D)
	@echo "  CC   $@"
	@$(CC) $(ALL_CFLAGS) -o $@ $< $(GUMBO)

-include $(OBJECTS:.o=.d) $(PROCESS:.o=.d) $(DOCX:.o=.d) $(SQLITE:.o=.d) $(XLSX:.o=.d) $(EXAMPLES:=.d) $(TESTS:=.d) $(BENCHES:=.d)

# Silent when nothing is missing, so that it can come before every run.
deps:
	@missing=; for p in $(PACKAGES); do \
	    dpkg-query -W -f '$${Status}\n' $$p 2>/dev/null | grep -q ' installed$$' \
	        || missing="$$missing $$p"; \
	done; \
	[ -n "$$missing" ] || exit 0; \
	install="apt-get install -y --no-install-recommends$$missing"; \
	if [ "$$(id -u)" -eq 0 ]; then sudo=; \
	elif sudo -n true 2>/dev/null; then sudo=sudo; \
	else echo "sudo $$install"; exit 1; fi; \
	$$sudo apt-get update && $$sudo env DEBIAN_FRONTEND=noninteractive $$install

demo: deps
	@$(MAKE) --no-print-directory all
	bin/govreport check examples/report.txt

# test/tally.lua runs these "NAME: COMMAND" side by side and adds up what they report. Each spec has a process of its own:
# in one they would all keep what they made until the last one ends. The longest go first, so that no core is left idle.
JOBS   := $(shell nproc)
SLOW    = $(addprefix spec/,form/form_text_spec.lua check/mutation_spec.lua check/cause_spec.lua \
            dataset/collect_spec.lua read/html5_report_spec.lua forms/cn_disclosure_2019_spec.lua regress/closing_spec.lua)
SPECS  := $(SLOW) $(filter-out $(SLOW),$(sort $(wildcard spec/*/*_spec.lua)))
LINT    = luacheck --no-color $(wildcard lua bin/* spec bench examples fuzz test docs page)
each    = $(foreach t,$(1),"$(t): $(2) $(t)")
tally   = @$(LUA) test/tally.lua $(JOBS)

test: deps
	@$(MAKE) --no-print-directory everything EXTRA=-Werror
	$(tally) "luacheck: $(LINT) -q && echo 1 passed, 0 failed" $(call each,$(SPECS),$(BUSTED)) $(call each,$(TESTS),)
	@command -v emcc >/dev/null || echo "make page, test-page: not run, there is no emscripten"

# One spec, or some: make spec SPECS=spec/check/cause_spec.lua
spec: all
	$(tally) $(call each,$(SPECS),$(BUSTED))

# The interpreter is not built with ASan, so its runtime has to be preloaded. Every program that a spec starts inherits it,
# and not all of them care to free: there, leaks are looked for in lua5.4 alone, by way of an options file named after the
# program. nodelete keeps the module in memory until that report is written, for its names. Where a container forbids
# ptrace: make asan LEAKS=0
LEAKS    = 1
ASAN     = build/asan
ASAN_ENV = GOVREPORT_BUILD='$(CURDIR)/$(ASAN)' UBSAN_OPTIONS=print_stacktrace=1 \
           ASAN_OPTIONS=detect_leaks=$(LEAKS)
ASAN_LUA = ASAN_OPTIONS='detect_leaks=0:include_if_exists=$(CURDIR)/$(ASAN)/options/%b' \
           LD_PRELOAD=$$($(CC) -print-file-name=libasan.so)
SANITIZE = -O1 -fno-omit-frame-pointer -fsanitize=address,undefined -fno-sanitize-recover=all
# What others would build is built without sanitizers.
CHECKED  = $(filter-out $(addprefix spec/project/,rock_spec.lua release_spec.lua install_spec.lua),$(SPECS))

asan-build:
	@$(MAKE) --no-print-directory everything B=$(ASAN) EXTRA="-Werror $(SANITIZE) -Wl,-z,nodelete"
	@mkdir -p $(ASAN)/options && echo detect_leaks=$(LEAKS) >$(ASAN)/options/$(LUA)
asan: deps
	@$(MAKE) --no-print-directory asan-build
	$(tally) $(call each,$(CHECKED),$(ASAN_ENV) $(ASAN_LUA) $(BUSTED)) \
	    $(call each,$(TESTS:$(B)/%=$(ASAN)/%),$(ASAN_ENV))

# Inputs that nobody thought of: each fuzz/NAME.c for T seconds, or RUNS executions (0: no bound), beginning with what
# fuzz/seeds.lua writes. A new target is a new file there. Sanitizers watch what is ours; libzip and expat are the system's.
T        = 60
RUNS     = 0
FUZZ     = build/fuzz
TARGETS := $(patsubst fuzz/%.c,%,$(wildcard fuzz/*.c))
FUZZERS := $(addprefix $(B)/fuzz/,$(TARGETS))
$(FUZZERS): $(B)/%: %.c $(filter-out $(B)/obj/docx/module%,$(DOCX)) $(LIBRARY) Makefile
	@mkdir -p $(@D)
	@echo "  CC   $@"
	@$(CC) $(ALL_CFLAGS) -fsanitize=fuzzer -Icsrc -MMD -MP -MF $@.d -o $@ $(filter %.c %.o %.a,$^) $(DOCX_LIBS)
-include $(FUZZERS:=.d)
fuzzers: $(FUZZERS)
	@:
fuzz: deps
	@$(MAKE) --no-print-directory deps PACKAGES=clang
	@$(MAKE) --no-print-directory deps PACKAGES="libclang-rt-$$(clang -dumpversion | cut -d. -f1)-dev"
	@$(MAKE) --no-print-directory fuzzers B=$(FUZZ) CC=clang EXTRA="-Werror $(SANITIZE) -fsanitize=fuzzer-no-link"
	@$(LUA) fuzz/seeds.lua $(FUZZ)/seeds
	$(tally) $(call each,$(TARGETS),$(LUA) fuzz/run.lua $(FUZZ) $(T) $(RUNS))

# Packages and archives that want too much: what is told of each, in how much time and memory.
hostile: all
	@BUILD='$(B)' $(LUA) test/hostile_packages.lua

# Valgrind looks at the interpreter, not at the programs that specs start. It runs some fifty times slower.
VALGRIND = valgrind -q --leak-check=full --error-exitcode=1
valgrind: deps
	@$(MAKE) --no-print-directory deps PACKAGES=valgrind
	@$(MAKE) --no-print-directory everything
	$(tally) $(call each,$(CHECKED),$(VALGRIND) $(BUSTED)) $(call each,$(TESTS),$(VALGRIND))

# What nobody waits for: the sweeps over generated reports SWEEP times as long, everything under sanitizers and Valgrind.
SWEEP = 10
torture:
	@$(MAKE) --no-print-directory test GOVREPORT_SWEEP=$(SWEEP)
	@$(MAKE) --no-print-directory hostile
	@$(MAKE) --no-print-directory fuzz
	@$(MAKE) --no-print-directory asan
	@$(MAKE) --no-print-directory valgrind

lint:
	@$(LINT)

# Which changes of a report no rule notices; WRITE=--write keeps a shorter list.
mutate: all
	@BUILD='$(B)' $(LUA) test/mutate.lua $(WRITE)

# How reading fails: reports printed as text, perturbed, read and judged. One of them: SHOW=n; unperturbed: CLEAN=1.
COUNT = 2000
SEED  = 1
SHOW  =
CLEAN =
perturb: all
	@BUILD='$(B)' COUNT=$(COUNT) SEED=$(SEED) SHOW=$(SHOW) CLEAN=$(CLEAN) JOBS=$(JOBS) $(LUA) test/perturb.lua

# What is said of reports with which nothing is wrong; fails on any error or warning. One of them: SHOW=n.
clean-reports: COUNT = 300
clean-reports: all
	@BUILD='$(B)' COUNT=$(COUNT) SEED=$(SEED) SHOW=$(SHOW) $(LUA) test/clean.lua

# What becomes of reports that we write and others print: COUNT of them; in a folder that stays: KEEP=folder.
KEEP =
generated: COUNT = 50
generated: all
	@BUILD='$(B)' COUNT=$(COUNT) SEED=$(SEED) KEEP='$(KEEP)' $(LUA) test/generated.lua

# Datasets that are killed at random moments, RUNS of them over COUNT documents, and gone on with.
killed: RUNS  = 50
killed: COUNT = 2000
killed: all
	@BUILD='$(B)' COUNT=$(COUNT) RUNS=$(RUNS) SEED=$(SEED) $(LUA) test/killed.lua

# Documents that end, stop or starve who reads them, among a thousand.
thousand: all
	@BUILD='$(B)' $(LUA) test/thousand.lua

# What other programs read in datasets of invented reports: sqlite3, pandas, R, LibreOffice, those of them that are there,
# and DuckDB, where npm has it.
test-datasets: all
	@BUILD='$(B)' PYTHON='$(PYTHON)' KEEP='$(KEEP)' $(LUA) test/datasets.lua

# The stages of reading over generated documents, other readers of the same pages, whole datasets. The yardsticks are
# Debian's python3-lxml, python3-bs4 and python3-pandas, those of them that are there. A checkout beside another one that
# is built: BASE=folder; bench/RESULTS.md: RESULTS=yes; how time and memory grow with the documents: MOST=100000.
PYTHON  = /usr/bin/python3
BASE    =
RESULTS =
MOST    =
bench: COUNT = 10000
bench: all
	@BUILD='$(B)' PYTHON='$(PYTHON)' BASE='$(BASE)' RESULTS='$(RESULTS)' COUNT='$(COUNT)' MOST='$(MOST)' \
	    $(LUA) bench/all.lua

# The parts of it by themselves: one report, large pages, Word files and PDF, similar reports, what starting takes.
bench-parts: all $(BENCHES)
	@BUILD='$(B)' PYTHON='$(PYTHON)' $(LUA) bench/bench.lua
	@BUILD='$(B)' PYTHON='$(PYTHON)' $(LUA) bench/word.lua
	@BUILD='$(B)' PYTHON='$(PYTHON)' $(LUA) bench/pdf.lua
	@BUILD='$(B)' $(LUA) bench/similar.lua
	@BUILD='$(B)' $(LUA) bench/starts.lua

# The command, the modules, the C library: make install PREFIX=$HOME/.local. Below /usr/local and /usr Lua finds the
# modules by itself; elsewhere the command does, and programs need LUA_PATH and LUA_CPATH.
PREFIX  = /usr/local
LUA_DIR = $(DESTDIR)$(PREFIX)/share/lua/5.4
LIB_DIR = $(DESTDIR)$(PREFIX)/lib
install: all
	@install -d "$(DESTDIR)$(PREFIX)/bin" "$(DESTDIR)$(PREFIX)/include" "$(LIB_DIR)/lua/5.4/govreport" \
	    "$(LIB_DIR)/pkgconfig" "$(LUA_DIR)"
	@install -m 755 bin/govreport "$(DESTDIR)$(PREFIX)/bin/"
	@cd lua && find govreport -name '*.lua' -exec install -D -m 644 '{}' "$(LUA_DIR)/{}" ';'
	@install -m 755 $(MODULES) "$(LIB_DIR)/lua/5.4/govreport/"
	@install -m 644 csrc/govreport.h "$(DESTDIR)$(PREFIX)/include/"
	@install -m 644 $(LIBRARY) "$(LIB_DIR)/"
	@printf '%s\n' 'prefix=$(PREFIX)' 'includedir=$${prefix}/include' 'libdir=$${prefix}/lib' '' \
	    'Name: govreport' 'Description: Reads and checks annual reports of government bodies' \
	    "Version: $$($(LUA) -e 'print(dofile("lua/govreport/base/version.lua"))')" \
	    'Cflags: -I"$${includedir}"' 'Libs: -L"$${libdir}" -lgovreport' >"$(LIB_DIR)/pkgconfig/govreport.pc"

# Compiled for browsers with what Debian's emscripten needs no network for, and sources of the libraries that are fetched.
PAGE_PACKAGES = emscripten nodejs dpkg-dev gcc libc6-dev lua5.4
page:
	@$(MAKE) --no-print-directory deps PACKAGES='$(PAGE_PACKAGES)'
	@[ -f $(TABLES)/source/complete ] || page/sources.sh $(TABLES)/source
	@$(MAKE) --no-print-directory -j $(JOBS) -f page/Makefile CORE='$(patsubst $(B)/obj/%.o,csrc/%.c,$(OBJECTS) $(DOCX))'

# The page as it was made: its answers beside the command's, and in a browser, where there is one.
CHROMIUM = /usr/bin/chromium
test-page: all page
	$(tally) "page beside the command: node test/page_same.mjs" $(if $(wildcard $(CHROMIUM)),"page in a browser: test/page.sh $(CHROMIUM)")
	@[ -e '$(CHROMIUM)' ] || echo "page: not tried in a browser, there is no $(CHROMIUM)"
	$(tally) $(call each,spec/render/review_browser_spec.lua,$(BUSTED))   # with the tools that were fetched for the page

# A dataset made on four nodes of Slurm, all on this host and some lost on the way, by GNU parallel and by Dask, beside
# that of a single run. Packages bring services of their own, which are left alone.
SLURM_PACKAGES = slurmctld slurmd slurm-client munge parallel python3-dask sqlite3
test-slurm: REPORTS = 4000
test-slurm: SHARDS = 16
test-slurm: all
	@$(MAKE) --no-print-directory deps PACKAGES='$(SLURM_PACKAGES)'
	@test/slurm/run.sh $(REPORTS) $(SHARDS)

# Packed in a copy because luarocks leaves object files next to the sources.
ROCKSPEC = govreport-scm-1.rockspec
rock:
	@rm -rf $(B)/rock && mkdir -p $(B)/rock
	@cp -r csrc lua bin docs examples types contrib LICENSE $(wildcard *.md) $(ROCKSPEC) $(B)/rock
	@cd $(B)/rock && luarocks --lua-version 5.4 make --deps-mode none --pack-binary-rock $(ROCKSPEC)

# The version into the module, the changelog and a rockspec of its own, in which SOURCE is the address that others fetch
# it from; without it git's origin. What is set on the command line of make is in the environment of what it runs.
release:
	@$(LUA) test/release.lua
	@luarocks --lua-version 5.4 lint "govreport-$$VERSION-1.rockspec"

# To be run when what programs can use changes, or the tables of datasets do: docs/api and lua/govreport/dataset/schema.lua
# say what that is.
docs: all
	@BUILD='$(B)' $(LUA) test/reference.lua

# To be run when a module or a C source comes or goes.
rockspec:
	@$(LUA) test/rockspec.lua --write

clean:
	rm -rf build
