# compile.mk - objects and the static library that the program, tests, fuzzers and benches link.

LIB_SRC := $(filter-out $(MAIN),$(sort $(wildcard src/*/*.c)))
LIB_OBJ := $(LIB_SRC:%.c=$(BUILD)/obj/%.o) $(GEN_SRC:$(BUILD)/%.c=$(BUILD)/obj/%.o)

# Objects depend on the flags they were made with, the library on the list of its members.
COMPILE := $(CC) $(CPPFLAGS) $(CFLAGS)
$(call stamp,$(BUILD)/flags,$(COMPILE) $(LDFLAGS) $(PROGRAM_LDFLAGS))
$(call stamp,$(BUILD)/members,$(LIB_OBJ))

$(BUILD)/obj/%.o: %.c $(BUILD)/flags
	@mkdir -p $(@D)
	@echo "  CC   $<"
	$(Q)$(COMPILE) -MMD -MP -c -o $@ $<

$(BUILD)/obj/gen/%.o: $(BUILD)/gen/%.c $(BUILD)/flags
	@mkdir -p $(@D)
	@echo "  CC   $<"
	$(Q)$(COMPILE) -MMD -MP -c -o $@ $<

$(LIB): $(LIB_OBJ) $(BUILD)/members
	@rm -f $@
	@echo "  AR   $@"
	$(Q)$(AR) rcs $@ $(LIB_OBJ)

-include $(patsubst %.o,%.d,$(LIB_OBJ)) $(BUILD)/obj/$(MAIN:.c=.d)
