# package.mk - installing, and a Debian package.

.PHONY: install deb

PREFIX ?= /usr/local
DESTDIR ?=
SHARE := $(DESTDIR)$(PREFIX)/share
# Where zsh looks for functions of programs that are installed by hand; Debian's packages have a folder of their own.
ZSH_FUNCTIONS ?= $(SHARE)/zsh/site-functions

## make install     program, manual page, completions, licence and rule pages under $(DESTDIR)$(PREFIX)
install: $(PROGRAM)
	install -d $(DESTDIR)$(PREFIX)/bin $(SHARE)/man/man1 $(SHARE)/bash-completion/completions \
	    $(ZSH_FUNCTIONS) $(SHARE)/fish/vendor_completions.d $(SHARE)/doc/curfew/rules
	install -m 755 $(PROGRAM) $(DESTDIR)$(PREFIX)/bin/curfew
	$(PROGRAM) man > $(SHARE)/man/man1/curfew.1
	$(PROGRAM) completion bash > $(SHARE)/bash-completion/completions/curfew
	$(PROGRAM) completion zsh > $(ZSH_FUNCTIONS)/_curfew
	$(PROGRAM) completion fish > $(SHARE)/fish/vendor_completions.d/curfew.fish
	chmod 644 $(SHARE)/man/man1/curfew.1 $(SHARE)/bash-completion/completions/curfew \
	    $(ZSH_FUNCTIONS)/_curfew $(SHARE)/fish/vendor_completions.d/curfew.fish
	install -m 644 LICENSE README.md $(wildcard docs/*.md docs/*.json) $(SHARE)/doc/curfew/
	install -m 644 $(RULE_PAGES) $(SHARE)/doc/curfew/rules/

VERSION := $(shell sed -n 's/^\#define CURFEW_VERSION "\(.*\)"/\1/p' src/cli/version.h)
DEB_ARCH = $(shell dpkg --print-architecture 2>/dev/null)
DEB = $(BUILD)/curfew_$(VERSION)_$(DEB_ARCH).deb
MAINTAINER ?= curfew maintainers <maintainers@curfew.invalid>

## make deb         a Debian package in the build folder; MAINTAINER="NAME <ADDRESS>" signs it
deb: $(PROGRAM)
	@MAINTAINER='$(MAINTAINER)' sh tools/deb.sh $(BUILD) $(VERSION) $(DEB_ARCH) $(DEB)
