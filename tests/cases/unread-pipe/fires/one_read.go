// Run time: the head is read, the rest of what is written waits for ever.
package cases

import "io"

func head(data string) ([]byte, error) {
	pr, pw := io.Pipe() // want unread-pipe[warning] "nobody reads from pr or closes it"
	go func() {
		defer pw.Close()
		io.WriteString(pw, data)
	}()
	buf := make([]byte, 16)
	n, err := pr.Read(buf)
	return buf[:n], err
}
