// words.h - what may stand for the value of an option or the operands of a command, for completion.
#ifndef CURFEW_CLI_WORDS_H
#define CURFEW_CLI_WORDS_H

#include "cli/options.h"

typedef enum WordKind {
    WORD_NONE,      // nothing follows
    WORD_ANY,       // something that nobody can guess
    WORD_LISTED,    // one of `words`
    WORD_PREFIX,    // one of `words`, and more behind it
    WORD_FILE,
    WORD_DIRECTORY,
} WordKind;

typedef struct Words {
    WordKind kind;
    const char *words; // separated by blanks; NULL unless listed or prefix
} Words;

Words words_of_value(const Option *o, Arena *a);
Words words_of_operands(const Command *command, Arena *a);

#endif
