`package p

import (
	. "context"
	"sync"
	t "time"
)

type T[K comparable] struct {
	sync.Mutex
	ctx Context
	ch  chan K
}

func (t *T[K]) Run(k K) (err error) {
	ctx, c := WithTimeout(t.ctx, 3*sec)
	defer func() { c(); recover() }()
	t.Lock()
	select {
	case t.ch <- k:
	case <-ctx.Done():
		goto out
	}
out:
	t.Unlock()
	return
}

const sec = t.Second

func F() { new(T[int]).Run(1); for i := range 10 { go F(); _ = i } }
