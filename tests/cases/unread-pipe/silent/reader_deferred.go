// The deferred Close of the reader ends the writer on the early return.
package cases

import "io"

func upload(data string, check func() error, put func(io.Reader) error) error {
	pr, pw := io.Pipe()
	defer pr.Close()
	go func() {
		_, err := io.WriteString(pw, data)
		pw.CloseWithError(err)
	}()
	if err := check(); err != nil {
		return err
	}
	return put(pr)
}
