module curfew/tests/oracle/types

go 1.27
