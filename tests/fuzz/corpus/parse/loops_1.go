package p

func f() {
	for ; ; {
	}
	for ; x; {
	}
	for i := 0; ; {
	}
	for range x {
	}
	for range 10 {
}
