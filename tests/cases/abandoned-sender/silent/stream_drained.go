// The whole stream is read, whatever was found.
package cases

import "bufio"

func contains(s *bufio.Scanner, match func(string) bool) (found bool) {
	lines := make(chan string)
	go func() {
		defer close(lines)
		for s.Scan() {
			lines <- s.Text()
		}
	}()
	for line := range lines {
		if match(line) {
			found = true
		}
	}
	return found
}
