// Run time: whatever is encoded, the writer's end stays open.
package cases

import (
	"fmt"
	"io"
)

func text[T any](values []T) (string, error) {
	pr, pw := io.Pipe() // want unread-pipe[warning] "pw is never closed"
	go func() {
		for _, v := range values {
			fmt.Fprintf(pw, "%v\n", v)
		}
	}()
	b, err := io.ReadAll(pr)
	return string(b), err
}
