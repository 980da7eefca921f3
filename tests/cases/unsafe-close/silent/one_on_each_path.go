// Each path closes once: the error path returns before the other close.
package cases

func publish(fetch func() (int, error)) (<-chan int, error) {
	out := make(chan int, 1)
	v, err := fetch()
	if err != nil {
		close(out)
		return nil, err
	}
	out <- v
	close(out)
	return out, nil
}
