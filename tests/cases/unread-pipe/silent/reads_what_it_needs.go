// Exactly what is written is read: nobody waits for an end.
package cases

import "io"

func handshake(w func(io.Writer) error) ([]byte, error) {
	pr, pw := io.Pipe()
	go func() {
		w(pw)
	}()
	buf := make([]byte, 8)
	_, err := io.ReadFull(pr, buf)
	return buf, err
}
