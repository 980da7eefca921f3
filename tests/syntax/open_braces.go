package p

func f() {
	if x {
		g(func() {
			a := []int{1, 2
