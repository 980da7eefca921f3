# test.mk - tests, golden files, demo, oracle and benches.

.PHONY: seed threads test bless cases demo oracle bench deps test-build run-tests
.SECONDARY:

JOBS := $(shell nproc 2>/dev/null || echo 2)
# Builds on all cores, unless the caller has chosen how many.
PARALLEL = $(if $(findstring -j,$(MAKEFLAGS)),,-j$(JOBS))

UNIT_BIN := $(patsubst %.c,$(BUILD)/%,$(sort $(wildcard tests/*/test_*.c)))
HARNESS_OBJ := $(patsubst %.c,$(BUILD)/obj/%.o,$(sort $(wildcard tests/harness/*.c)))
RUN_CASES := $(BUILD)/tests/run_cases

$(UNIT_BIN): $(BUILD)/%: $(BUILD)/obj/%.o $(LIB)
	@mkdir -p $(@D)
	@echo "  LD   $@"
	$(Q)$(CC) $(LDFLAGS) -o $@ $^ -lcmocka $(LDLIBS)

$(RUN_CASES): $(HARNESS_OBJ) $(LIB)
	@mkdir -p $(@D)
	@echo "  LD   $@"
	$(Q)$(CC) $(LDFLAGS) -o $@ $^ $(LDLIBS)

-include $(patsubst $(BUILD)/%,$(BUILD)/obj/%.d,$(UNIT_BIN)) $(HARNESS_OBJ:.o=.d)

deps:
	@sh tools/need.sh build test

test-build: $(PROGRAM) $(UNIT_BIN) $(RUN_CASES)
	@:

run-tests:
	@BUILD=$(BUILD) CURFEW=$(PROGRAM) AGAIN=$(AGAIN) sh tests/harness/run.sh $(UNIT_BIN)

## make test        every test; installs what building and testing need
test: deps
	@$(MAKE) --no-print-directory $(PARALLEL) test-build
	@$(MAKE) --no-print-directory run-tests

## make bless       rewrites golden files, for review in the diff
bless: deps
	@$(MAKE) --no-print-directory $(PARALLEL) test-build
	@BLESS=1 $(MAKE) --no-print-directory run-tests

## make cases       rule cases alone; ONLY=text picks by name
cases: test-build
	@mkdir -p $(BUILD)/tests/work/pages
	@: > $(BUILD)/tests/tally
	@$(RUN_CASES) $(PROGRAM) $(BUILD)/tests/work/pages $(BUILD)/tests/tally $(ONLY)

## make threads     checks modules on eight workers under the thread sanitizer
threads: deps
	@$(MAKE) --no-print-directory $(PARALLEL) SAN=thread all
	@sh tools/threads.sh build/tsan/curfew

## make seed        what is said of the document that the project grew from, as a table
seed: $(PROGRAM)
	@CURFEW=$(abspath $(PROGRAM)) sh tests/seed/test_seed.sh

## make demo        builds and checks the example service
demo:
	@sh tools/need.sh build
	@$(MAKE) --no-print-directory $(PARALLEL) all
	@sh tools/demo.sh $(PROGRAM)

## make oracle      compares tokens, trees, types and packages with Go's own; needs Go
oracle: $(PROGRAM) $(LIB)
	@BUILD=$(BUILD) CURFEW=$(abspath $(PROGRAM)) sh tests/oracle/run.sh
	@sh tests/oracle/types.sh $(BUILD)
	@sh tests/oracle/modules.sh $(BUILD)
	@sh tests/oracle/broken.sh $(BUILD)
	@sh tests/oracle/packages.sh $(BUILD)
	@sh tests/oracle/libraries.sh $(BUILD)

## make peers       compares findings with the marks in other analyzers' tests; needs Go
peers: $(PROGRAM)
	@sh tests/oracle/peers.sh $(BUILD)

# A program for each C file in bench/.
BENCH_BIN := $(patsubst %.c,$(BUILD)/%,$(sort $(wildcard bench/*.c)))

$(BENCH_BIN): $(BUILD)/%: $(BUILD)/obj/%.o $(LIB)
	@mkdir -p $(@D)
	@echo "  LD   $@"
	$(Q)$(CC) $(LDFLAGS) $(PROGRAM_LDFLAGS) -o $@ $^ $(LDLIBS)

-include $(BENCH_BIN:$(BUILD)/%=$(BUILD)/obj/%.d)

## make bench       speed and memory against go/parser, go/packages and go vet, start-up time; needs Go
bench: $(PROGRAM) $(BENCH_BIN)
	@BUILD=$(BUILD) CURFEW=$(abspath $(PROGRAM)) sh bench/run.sh
	@BUILD=$(BUILD) sh bench/load.sh
	@BUILD=$(BUILD) CURFEW=$(abspath $(PROGRAM)) sh bench/check.sh
