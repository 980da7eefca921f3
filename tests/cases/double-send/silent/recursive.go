// The reader that it reads from may be one of its own kind, with a channel of its own.
package cases

type reader interface{ Read([]byte) (int, error) }

type conn struct {
	inner reader
	errs  chan error
}

func (c *conn) Read(b []byte) (n int, err error) {
	done := make(chan int, 1)
	go func() {
		n, err = c.inner.Read(b)
		done <- n
		close(done)
	}()
	select {
	case n = <-done:
		return n, err
	case err := <-c.errs:
		return 0, err
	}
}
