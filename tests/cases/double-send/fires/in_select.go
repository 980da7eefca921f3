// Run time: whichever case is taken, one receive follows; the goroutine sends error and value.
package cases

type answer struct {
	n   int
	err error
}

func ask(get func() (int, error)) (int, error) {
	answers := make(chan answer)
	go func() {
		n, err := get()
		if err != nil {
			answers <- answer{err: err}
		}
		answers <- answer{n: n} // want double-send[error] "answers"
	}()
	a := <-answers
	return a.n, a.err
}
