package p

func f() {
	}
	for i := range 10 {
	}
	for k, v := range m {
	}
	for k, v = range m {
	}
	for a[0] = range m {
	}
}
