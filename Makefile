# curfew: plain GNU make. `make help` lists the targets; mk/ holds the longer ones.
#
#   CC=gcc|clang   the compiler (default gcc)
#   SAN=1          address, undefined and leak sanitizers; SAN=thread for the thread sanitizer
#   FUZZ=1         instrumented for libFuzzer (what `make fuzz` builds)
#   DEBUG=1        assertions and the verifiers between stages, no optimisation
#   BUILD=dir      where everything that is made goes
#   V=1            print whole commands

.SUFFIXES:
.DELETE_ON_ERROR:
.DEFAULT_GOAL := all

ifeq ($(origin CC),default)
CC := gcc
endif
AR := ar
ifneq ($(V),1)
Q := @
endif
ifeq ($(SAN),1)
BUILD ?= build/san
else ifeq ($(SAN),thread)
BUILD ?= build/tsan
else ifneq ($(SAN),)
$(error SAN=$(SAN): SAN is 1 or thread)
else ifeq ($(FUZZ),1)
CC := clang
BUILD ?= build/fuzz
else ifeq ($(DEBUG),1)
BUILD ?= build/debug
else
BUILD ?= build
endif

WARN := -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Werror
CPPFLAGS := -D_POSIX_C_SOURCE=200809L -Isrc -Itests
CFLAGS := -std=c11 $(WARN) -ffunction-sections -fdata-sections
LDFLAGS := -Wl,--gc-sections

ifeq ($(SAN),1)
CFLAGS += -O1 -g -fno-omit-frame-pointer -fsanitize=address,undefined -fno-sanitize-recover=all
LDFLAGS += -fsanitize=address,undefined
else ifeq ($(SAN),thread)
CFLAGS += -O1 -g -fsanitize=thread
LDFLAGS += -fsanitize=thread
else ifeq ($(FUZZ),1)
CFLAGS += -O1 -g -fsanitize=fuzzer-no-link,address,undefined -fno-sanitize-recover=all
LDFLAGS += -fsanitize=address,undefined
else ifeq ($(DEBUG),1)
CFLAGS += -O0 -g
else
CFLAGS += -O2
CPPFLAGS += -DNDEBUG
# Only the program is static: cmocka, which the unit tests need, comes as a shared library alone.
PROGRAM_LDFLAGS := -static -s
endif

LDLIBS := -lcmark-gfm-extensions -lcmark-gfm -ljansson -lyaml -lutf8proc -lxxhash -lmpfr -lgmp -lpthread -lm

LIB := $(BUILD)/libcurfew.a
PROGRAM := $(BUILD)/curfew
MAIN := src/cli/main.c

.PHONY: all help clean
## make             the program, at build/curfew
all: $(PROGRAM)

include mk/gen.mk
include mk/compile.mk
include mk/test.mk
include mk/fuzz.mk
include mk/quality.mk
include mk/package.mk

# So that `make -j2 BUILD=x` in a tree whose program has no main yet still makes the library.
ifeq ($(wildcard $(MAIN)),)
$(PROGRAM): $(LIB)
	@echo "no $(MAIN) yet: made $(LIB)" >&2
else
$(PROGRAM): $(BUILD)/obj/$(MAIN:.c=.o) $(LIB)
	@mkdir -p $(@D)
	@echo "  LD   $@"
	$(Q)$(CC) $(LDFLAGS) $(PROGRAM_LDFLAGS) -o $@ $^ $(LDLIBS)
endif

## make clean       removes the build folder
clean:
	rm -rf $(BUILD)

help:
	@sed -n 's/^## /  /p' Makefile mk/*.mk
