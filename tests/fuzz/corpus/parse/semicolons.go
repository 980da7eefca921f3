package p

import ("a"; "b")

func f() (int) { return 1 }
func g() { x++; y--
	break
	continue L
	fallthrough
	return
	a := "s"
	b := 'c'
	c := `r
w`
	d := 1i
	m[1]
	h()
	for {}
	if x { y } else { z };;
	L: }
type T struct { a, b int; c string }
