// Run time: there is no reader.
package cases

import "io"

func drop(data string) {
	_, w := io.Pipe() // want unread-pipe[warning] "nobody reads from the reader"
	go func() {
		defer w.Close()
		io.WriteString(w, data)
	}()
}
