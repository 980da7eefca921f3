# fuzz.mk - libFuzzer targets: tests/fuzz/fuzz_NAME.c, seeds in tests/fuzz/corpus/NAME/ or made by
# tests/fuzz/seeds_NAME.sh.
#
# What a run discovers is kept in the build folder beside the seeds. LEDGER=1 records the run in
# tests/fuzz/ledger.txt, by which the hours of a target are counted.

.PHONY: fuzz fuzz-build

FUZZ_SECONDS ?= 60
FUZZ_BUILD ?= build/fuzz
FUZZ_NAMES := $(patsubst tests/fuzz/fuzz_%.c,%,$(sort $(wildcard tests/fuzz/fuzz_*.c)))
FUZZ_BIN := $(FUZZ_NAMES:%=$(BUILD)/fuzz_%)

ifeq ($(FUZZ),1)
$(FUZZ_BIN): $(BUILD)/%: $(BUILD)/obj/tests/fuzz/%.o $(LIB)
	@echo "  LD   $@"
	$(Q)$(CC) $(LDFLAGS) -fsanitize=fuzzer -o $@ $^ $(LDLIBS)

-include $(FUZZ_NAMES:%=$(BUILD)/obj/tests/fuzz/fuzz_%.d)

fuzz-build: $(FUZZ_BIN)
endif

## make fuzz        each fuzz target for FUZZ_SECONDS (60); ONLY=name picks one
fuzz:
	@$(MAKE) --no-print-directory $(PARALLEL) FUZZ=1 BUILD=$(FUZZ_BUILD) fuzz-build
	@BUILD=$(FUZZ_BUILD) LEDGER=$(LEDGER) sh tools/fuzz.sh $(FUZZ_SECONDS) $(or $(ONLY),$(FUZZ_NAMES))
