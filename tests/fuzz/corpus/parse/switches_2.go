package p

func f() {
	case func(int) string:
	default:
	}
	switch y := x.(type) {
	}
	switch a := 1; y := x.(type) {
	case chan<- int:
	}
	switch <-c {
}
