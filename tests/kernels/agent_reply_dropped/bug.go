// An agent's loop ends on stop without an answer to requests that wait: the caller listens to its reply only.
// fails: leak
// rule: abandoned-sender, abandoned-receiver
// in: Status loop
package main

import (
	"errors"
	"fmt"
	"time"
)

type request struct {
	id    int
	reply chan string
}

type agent struct {
	requests chan request
	stop     chan struct{}
}

var errStopped = errors.New("agent stopped")

func newAgent() *agent {
	a := &agent{requests: make(chan request), stop: make(chan struct{})}
	go a.loop()
	return a
}

func (a *agent) loop() {
	for {
		select {
		case r := <-a.requests:
			r.reply <- fmt.Sprint("ok ", r.id)
		case <-a.stop:
			return
		}
	}
}

func (a *agent) Status(id int) (string, error) {
	r := request{id, make(chan string, 1)}
	a.requests <- r
	return <-r.reply, nil
}

func (a *agent) Close() { close(a.stop) }

func main() {
	a := newAgent()
	fmt.Println(a.Status(1))
	a.Close()
	time.Sleep(5 * time.Millisecond)
	go func() {
		fmt.Println(a.Status(2))
	}()
	time.Sleep(10 * time.Millisecond)
}
