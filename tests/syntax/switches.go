package p

func f() {
	switch {
	case a, b:
		x()
		fallthrough
	case c:
	default:
		y()
	}
	switch x := f(); x {
	case 1:
	}
	switch f(); {
	}
	switch x {
	}
	switch x.(type) {
	case int, *p.T, []byte, nil:
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
	select {}
	select {
	case <-c:
	case x := <-c:
		f()
	case x, ok := <-c:
	case x = <-c:
	case a[0], ok = <-c:
	case c <- 1:
	case (<-c):
	default:
		return
	}
}
