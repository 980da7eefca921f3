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
	for i := range 10 {
	}
	for k, v := range m {
	}
	for k, v = range m {
	}
	for a[0] = range m {
	}
	for x := range seq(1, 2) {
	}
	for x := range func(yield func(int) bool) {} {
	}
	for range (T{}) {
	}
	for ; <-c; {
	}
	for x := <-c; x; x = <-c {
	}
}
