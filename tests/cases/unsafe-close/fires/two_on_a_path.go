// The error path closes by hand what is closed at the return as well.
package cases

func publish(fetch func() (int, error)) (<-chan int, error) {
	out := make(chan int, 1)
	defer close(out) // want unsafe-close[error] "out is closed twice"
	v, err := fetch()
	if err != nil {
		close(out)
		return nil, err
	}
	out <- v
	return out, nil
}
