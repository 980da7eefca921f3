package p

type stack[T any] struct{ items []T }

func (s *stack[T]) push(v T) { s.items = append(s.items, v) }

func mapped[T, U any](in []T, f func(T) U) (out []U) {
	for _, v := range in {
		out = append(out, f(v))
	}
	return
}

func receive[C ~chan E, E any](c C) E {
	defer func() {}()
	return <-c
}

func generics() {
	var s stack[int]
	s.push(1)
	f := mapped[int, string]
	_ = f(s.items, nil)
	_ = mapped(s.items, func(i int) bool { return i > 0 })
	_ = receive(make(chan int))
}
