package p

func f() {
	}
	for a, b, c := range x {
	}
	go f
	defer (g())
	switch x := y {
	}
	case 1:
	else {
}
