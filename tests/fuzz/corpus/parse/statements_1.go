package p

func f() {
	go f()
	go func() {}()
	defer m.Unlock()
	defer func() { recover() }()
	c <- 1
	<-c
	x = <-c
	x, ok := <-c
L:
}
