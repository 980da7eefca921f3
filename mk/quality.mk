# quality.mk - formatting and static checks.

.PHONY: format lint lint-folders lint-size lint-tidy lint-cppcheck

OWN_C := $(sort $(wildcard src/*/*.c tests/*/*.c tools/*.c bench/*.c))
OWN_H := $(sort $(wildcard src/*/*.h tests/*/*.h))

## make format      clang-format over the C files
format:
	clang-format -i $(OWN_C) $(OWN_H)

## make lint        folder order, sizes, clang-tidy, cppcheck
lint: lint-folders lint-size lint-tidy lint-cppcheck
	@echo "lint: clean"

lint-folders:
	@sh tools/check_folders.sh

lint-size:
	@sh tools/check_size.sh $(OWN_C) $(OWN_H)

lint-tidy:
	@printf '%s\n' $(OWN_C) | xargs -P $(JOBS) -n 4 \
	    sh tools/tidy.sh -std=c11 $(CPPFLAGS)

lint-cppcheck:
	@sh tools/cppcheck.sh $(JOBS) $(BUILD)/cppcheck
