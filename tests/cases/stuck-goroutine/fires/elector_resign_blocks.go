// Run time: An elector's resign sends on an unbuffered channel to a campaign that has ended on its own error.
package cases

import (
	"errors"
	"fmt"
	"time"
)

type elector struct {
	resign chan struct{}
	beats  chan error
	leader bool
}

func newElector() *elector {
	e := &elector{resign: make(chan struct{}), beats: make(chan error, 1), leader: true}
	return e
}

func (e *elector) campaign() {
	for {
		select {
		case err := <-e.beats:
			if err != nil {
				fmt.Println("lost:", err)
				return
			}
		case <-e.resign:
			return
		}
	}
}

func (e *elector) Resign() {
	e.resign <- struct{}{} // want stuck-goroutine "nobody receives any more, and no slot is"
}

func use() {
	e := newElector()
	go e.campaign()
	e.beats <- errors.New("lease expired")
	time.Sleep(5 * time.Millisecond)
	e.Resign()
}
