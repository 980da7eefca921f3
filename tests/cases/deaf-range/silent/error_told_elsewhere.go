// The producer tells of its error first, and then the range is not come to.
package cases

func lengths(words []string, check func(string) error) (int, error) {
	out, failed, sent := make(chan int, 64), make(chan error, 1), make(chan struct{}, 1)
	go func() {
		for _, w := range words {
			if err := check(w); err != nil {
				failed <- err
				return
			}
			out <- len(w)
		}
		close(out)
		sent <- struct{}{}
	}()
	select {
	case err := <-failed:
		return 0, err
	case <-sent:
	}
	sum := 0
	for n := range out {
		sum += n
	}
	return sum, nil
}
