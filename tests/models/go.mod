module curfew.test/models

go 1.21
