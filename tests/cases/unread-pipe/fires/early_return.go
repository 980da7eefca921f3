// Run time: check fails, nobody reads, and the goroutine waits in its first write.
package cases

import "io"

func upload(data string, check func() error, put func(io.Reader) error) error {
	pr, pw := io.Pipe() // want unread-pipe[warning] "nobody reads from pr"
	go func() {
		_, err := io.WriteString(pw, data)
		pw.CloseWithError(err)
	}()
	if err := check(); err != nil {
		return err
	}
	return put(pr)
}
