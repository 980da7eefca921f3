module curfew/peers

go 1.24
