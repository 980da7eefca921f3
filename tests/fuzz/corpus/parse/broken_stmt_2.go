package p

func f() {
	}
	a, b
	a, b++
	1: x()
	good()
}

func after() {}
}
