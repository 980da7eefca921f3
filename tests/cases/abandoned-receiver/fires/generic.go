// Run time: generic code with the same shape.
package cases

func await[T any](f func() (T, error)) T {
	out := make(chan T)
	go func() {
		if v, err := f(); err == nil {
			out <- v
		}
	}()
	return <-out // want abandoned-receiver[error] "await waits here for out"
}
