package p

func f() {
	} else if y {
		return 1, 2
	} else {
		panic(3)
	}
	if x {
	}
	return a, b, func() {}
}
}
