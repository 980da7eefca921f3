// Whoever gets the reader reads and closes it.
package cases

import "io"

func open(data string) io.ReadCloser {
	pr, pw := io.Pipe()
	go func() {
		defer pw.Close()
		io.WriteString(pw, data)
	}()
	return pr
}
