package p

func f() {
	var a, b int = 1, 2
	const c = iota
	type T int
	;
	{
		{
		}
	}
	go f()
	go func() {}()
	defer m.Unlock()
	defer func() { recover() }()
	c <- 1
	<-c
	x = <-c
	x, ok := <-c
L:
	for {
		break L
	}
	goto L
M:
	switch {
	}
	if x := f(); x > 0 {
		return
	} else if y {
		return 1, 2
	} else {
		panic(3)
	}
	if x {
	}
	return a, b, func() {}
}

func external(a int) int
func (r *R) method() {}
func (R) unnamed()   {}
