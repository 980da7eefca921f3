// Run time: the loop reads until an error that nobody sends.
package cases

import "io"

func sum(chunks [][]byte) int {
	r, w := io.Pipe() // want unread-pipe[warning] "w is never closed"
	go func() {
		for _, c := range chunks {
			w.Write(c)
		}
	}()
	total, buf := 0, make([]byte, 512)
	for {
		n, err := r.Read(buf)
		total += n
		if err != nil {
			return total
		}
	}
}
