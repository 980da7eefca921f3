// Run time: the writer's error ends its goroutine before Close, and ReadAll waits for the end.
package cases

import "io"

func render(write func(io.Writer) error) ([]byte, error) {
	r, w := io.Pipe() // want unread-pipe[warning] "w is not closed on every path"
	go func() {
		if _, err := io.WriteString(w, "# page\n"); err != nil {
			return
		}
		w.Close()
	}()
	return io.ReadAll(r)
}
