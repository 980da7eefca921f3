package p

func f() {
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
