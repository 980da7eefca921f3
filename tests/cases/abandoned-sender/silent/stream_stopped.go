// The receiver closes a stop channel when it leaves, and the sender selects on it.
package cases

import "bufio"

func contains(s *bufio.Scanner, match func(string) bool) bool {
	lines, stop := make(chan string), make(chan struct{})
	defer close(stop)
	go func() {
		defer close(lines)
		for s.Scan() {
			select {
			case lines <- s.Text():
			case <-stop:
				return
			}
		}
	}()
	for line := range lines {
		if match(line) {
			return true
		}
	}
	return false
}
