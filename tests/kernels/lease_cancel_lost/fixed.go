// A lease's keep-alive context is cancelled on the error path too.
package main

import (
	"context"
	"errors"
	"fmt"
	"time"
)

type lease struct {
	id     int
	cancel context.CancelFunc
}

type keeper struct {
	next  int
	limit int
}

func (k *keeper) watch(ctx context.Context, expired chan<- int, id int) {
	<-ctx.Done()
	select {
	case expired <- id:
	default:
	}
}

func (k *keeper) acquire(parent context.Context, expired chan<- int) (*lease, error) {
	ctx, cancel := context.WithCancel(parent)
	k.next++
	go k.watch(ctx, expired, k.next)
	if k.next > k.limit {
		cancel()
		return nil, errors.New("too many leases")
	}
	return &lease{k.next, cancel}, nil
}

func main() {
	k := &keeper{limit: 1}
	expired := make(chan int, 4)
	for i := 0; i < 2; i++ {
		l, err := k.acquire(context.Background(), expired)
		if err != nil {
			fmt.Println(err)
			continue
		}
		l.cancel()
	}
	time.Sleep(10 * time.Millisecond)
}
