// Run time: the goroutine that reads waits for an end, and the function for the goroutine.
package cases

import "io"

func count(items []string) int64 {
	pr, pw := io.Pipe() // want unread-pipe[warning] "pw is never closed"
	done := make(chan int64)
	go func() {
		n, _ := io.Copy(io.Discard, pr)
		done <- n
	}()
	for _, item := range items {
		io.WriteString(pw, item)
	}
	return <-done
}
