package p

var (
	switch x := (T{}); x {
	}
	if f(T{}) && a[T{}] {
	}
	if x == (struct{}{}) {
	}
}
