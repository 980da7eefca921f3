#!/bin/sh
# cppcheck.sh - cppcheck over src and tools: cppcheck.sh JOBS CACHE_FOLDER
set -u
mkdir -p "$2"
# What is switched off: system headers, which it is not shown; two messages that say only that this
# version cannot parse a compound literal or a macro; and uninitialised variables, because it does not
# know GMP's and MPFR's init functions (the compilers check those too); and loops to a terminator that have a
# bound as well; and pointers to a local that are reset before it goes.
cppcheck --quiet --std=c11 --language=c -j "$1" --cppcheck-build-dir="$2" -Isrc -DNDEBUG \
    --enable=warning,performance,portability --inline-suppr --error-exitcode=1 \
    --suppress=missingIncludeSystem --suppress=internalAstError \
    --suppress=preprocessorErrorDirective --suppress=uninitvar \
    --suppress=arrayIndexThenCheck --suppress=autoVariables src tools
