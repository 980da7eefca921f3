# gen.mk - generated C: library models and rule pages as byte arrays, and the commit.
#
# C11 has no #embed and compilers refuse string literals as long as these files, so tools/embed.c
# writes arrays of numbers. The lists are rewritten when a file comes or goes.

MODEL_FILES := $(shell find models -type f -name '*.go' 2>/dev/null | LC_ALL=C sort)
RULE_PAGES := $(sort $(wildcard docs/rules/*.md))

EMBED := $(BUILD)/tools/embed
GEN_SRC := $(BUILD)/gen/embedded_models.c $(BUILD)/gen/embedded_rules.c $(BUILD)/gen/commit.c

# The commit of this tree, not of a repository that it may lie in. Who builds from an archive can give it:
# make COMMIT=1234abcd
COMMIT ?= $(shell [ -e .git ] && git describe --always --dirty --abbrev=12 --exclude="*" 2>/dev/null)

$(EMBED): tools/embed.c
	@mkdir -p $(@D)
	@echo "  CC   $<"
	$(Q)$(CC) -std=c11 $(WARN) -D_POSIX_C_SOURCE=200809L -O1 -o $@ $<

# $(call stamp,FILE,TEXT): rewrites FILE only when TEXT differs from what it holds, at each run of make.
stamp = $(shell mkdir -p $(dir $(1)); printf '%s\n' '$(2)' | cmp -s - $(1) || printf '%s\n' '$(2)' > $(1))

$(call stamp,$(BUILD)/gen/models.list,$(MODEL_FILES))
$(call stamp,$(BUILD)/gen/rules.list,$(RULE_PAGES))
$(call stamp,$(BUILD)/gen/commit.txt,$(COMMIT))

$(BUILD)/gen/embedded_models.c: $(EMBED) $(BUILD)/gen/models.list $(MODEL_FILES)
	@echo "  GEN  $@"
	$(Q)$(EMBED) embedded_models models .go $(MODEL_FILES) > $@

$(BUILD)/gen/embedded_rules.c: $(EMBED) $(BUILD)/gen/rules.list $(RULE_PAGES)
	@echo "  GEN  $@"
	$(Q)$(EMBED) embedded_rules docs/rules .md $(RULE_PAGES) > $@

$(BUILD)/gen/commit.c: $(BUILD)/gen/commit.txt
	@printf '#include "cli/version.h"\n\nconst char curfew_commit[] = "%s";\n' "$$(tr -cd 'a-zA-Z0-9.-' < $<)" > $@
