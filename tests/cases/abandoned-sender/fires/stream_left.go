// Run time: the search ends at the first match; the scanner's goroutine has more to send.
package cases

import "bufio"

func contains(s *bufio.Scanner, match func(string) bool) bool {
	lines := make(chan string)
	go func() {
		defer close(lines)
		for s.Scan() {
			lines <- s.Text() // want abandoned-sender[warning] "the goroutine that goes on sending"
		}
	}()
	for line := range lines {
		if match(line) {
			return true
		}
	}
	return false
}
