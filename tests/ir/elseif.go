package p

func elseif(n int) (r string) {
	if m := n % 3; m == 0 {
		r = "zero"
	} else if k := m * 2; k == 2 {
		r = "one"
	} else {
		r = "two"
	}
	return
}
