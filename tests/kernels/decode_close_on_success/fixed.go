// A decoder stage closes its output on every path.
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
	defer close(s.out)
	for _, line := range lines {
		n, err := strconv.Atoi(line)
		if err != nil {
			s.err = err
			return
		}
		s.out <- n
	}
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
