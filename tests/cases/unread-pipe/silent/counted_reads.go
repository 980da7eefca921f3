// The loop reads as much as is written, and nobody waits for an end.
package cases

import "io"

func exchange(parts []string, size int) []byte {
	r, w := io.Pipe()
	for _, p := range parts {
		go func() {
			io.WriteString(w, p)
		}()
	}
	buf := make([]byte, len(parts)*size)
	for i := 0; i < len(buf); i += size {
		if n, err := r.Read(buf[i : i+size]); n != size || err != nil {
			panic("short read")
		}
	}
	return buf
}
