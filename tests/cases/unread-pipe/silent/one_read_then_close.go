// After the head the reader is closed, and the write returns.
package cases

import "io"

func head(data string) ([]byte, error) {
	pr, pw := io.Pipe()
	go func() {
		defer pw.Close()
		io.WriteString(pw, data)
	}()
	buf := make([]byte, 16)
	n, err := pr.Read(buf)
	pr.Close()
	return buf[:n], err
}
