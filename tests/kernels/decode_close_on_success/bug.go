// A decoder stage closes its output only when the input was good: on an error the next stage ranges for good.
// fails: deadlock
// rule: deaf-range, abandoned-receiver
// in: decode sum
package main

import (
	"fmt"
	"strconv"
)

type stage struct {
	out chan int
	err error
}

func (s *stage) decode(lines []string) {
	for _, line := range lines {
		n, err := strconv.Atoi(line)
		if err != nil {
			s.err = err
			return
		}
		s.out <- n
	}
	close(s.out)
}

func sum(lines []string) (int, error) {
	s := &stage{out: make(chan int)}
	go s.decode(lines)
	total := 0
	for n := range s.out {
		total += n
	}
	return total, s.err
}

func main() {
	fmt.Println(sum([]string{"1", "2"}))
	fmt.Println(sum([]string{"1", "x"}))
}
