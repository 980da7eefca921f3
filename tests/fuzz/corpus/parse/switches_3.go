package p

func f() {
	}
	select {}
	select {
	case <-c:
	case x := <-c:
		f()
	case x, ok := <-c:
	case x = <-c:
	case a[0], ok = <-c:
}
