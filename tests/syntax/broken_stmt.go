package p

func f() {
	if {
	}
	if x := 1 {
	}
	if x
	{
	}
	for i := 0; i < 10 {
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
	a, b
	a, b++
	1: x()
	good()
}

func after() {}
