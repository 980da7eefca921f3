// Run time: generic code with the same shape.
package cases

type pair[T any] struct {
	value T
	err   error
}

func await[T any](f func() (T, error)) pair[T] {
	out := make(chan pair[T])
	go func() {
		v, err := f()
		if err != nil {
			out <- pair[T]{err: err}
		}
		out <- pair[T]{value: v} // want double-send[error] "out"
	}()
	return <-out
}
