// An elector's resign closes a channel, which needs nobody to listen.
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
	close(e.resign)
}

func use() {
	e := newElector()
	go e.campaign()
	e.beats <- errors.New("lease expired")
	time.Sleep(5 * time.Millisecond)
	e.Resign()
}
