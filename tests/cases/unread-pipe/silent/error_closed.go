// The error is told through the pipe on every path.
package cases

import "io"

func render(write func(io.Writer) error) ([]byte, error) {
	r, w := io.Pipe()
	go func() {
		if _, err := io.WriteString(w, "# page\n"); err != nil {
			w.CloseWithError(err)
			return
		}
		w.CloseWithError(write(w))
	}()
	return io.ReadAll(r)
}
