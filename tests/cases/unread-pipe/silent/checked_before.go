// The check comes before the goroutine that writes.
package cases

import "io"

func upload(data string, check func() error, put func(io.Reader) error) error {
	pr, pw := io.Pipe()
	if err := check(); err != nil {
		return err
	}
	go func() {
		_, err := io.WriteString(pw, data)
		pw.CloseWithError(err)
	}()
	return put(pr)
}
