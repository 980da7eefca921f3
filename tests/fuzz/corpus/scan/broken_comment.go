package p

//line x.go:0
var a = 1
/*line x.go:1:0*/
var b = 2

/* never ends
