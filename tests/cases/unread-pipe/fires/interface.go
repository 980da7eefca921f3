// Run time: by whichever interface it is written to, nobody closes it.
package cases

import (
	"io"
	"os"
)

func copyOut(parts []string) {
	pr, pw := io.Pipe() // want unread-pipe[warning] "pw is never closed"
	var out io.Writer = pw
	go func() {
		for _, p := range parts {
			io.WriteString(out, p)
		}
	}()
	io.Copy(os.Stdout, pr)
}
