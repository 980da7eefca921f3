package p

func f() {
	_ = a.b.c(d)(e, f...)[g][h:i][j:][:k][:][l:m:n][:o:p]
	_ = x.(T).y.(*p.Q).(interface{ m() })
	_ = (a)(b)((c))
	_ = func(a, b int) (c int) { return a }(1, 2)
	_ = []byte("x")[0]
	_ = chan int(nil)
	_ = (<-chan int)(c)
	_ = <-chan int(c)
}
