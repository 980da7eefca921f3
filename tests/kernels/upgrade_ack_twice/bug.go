// A migration's worker acknowledges twice when the step was empty; the coordinator receives one acknowledgement a step.
// fails: leak
// rule: double-send, abandoned-sender, undersized-channel
// in: step migrate
package main

import (
	"fmt"
	"time"
)

type migration struct {
	steps [][]string
	done  []string
}

func (m *migration) step(stmts []string, ack chan<- int) {
	if len(stmts) == 0 {
		ack <- 0
	}
	m.done = append(m.done, stmts...)
	ack <- len(stmts)
}

func (m *migration) migrate() int {
	total := 0
	for _, s := range m.steps {
		ack := make(chan int)
		go m.step(s, ack)
		total += <-ack
	}
	return total
}

func main() {
	m := &migration{steps: [][]string{{"a", "b"}, {}, {"c"}}}
	fmt.Println(m.migrate())
	time.Sleep(10 * time.Millisecond)
}
