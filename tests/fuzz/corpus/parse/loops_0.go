package p

func f() {
	for {
	}
	for x {
	}
	for x < y {
	}
	for i := 0; i < n; i++ {
	}
}
