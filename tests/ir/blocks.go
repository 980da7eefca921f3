// What may block by itself, and what its model says of a call.
package p

import (
	"context"
	"net"
	"sync"
	"time"
)

type group struct {
	sync.WaitGroup
	mu sync.RWMutex
}

func blocks(ctx context.Context, c chan int, g *group, conn net.Conn, cond *sync.Cond) {
	c <- 1
	<-c
	g.Wait()
	g.mu.RLock()
	g.mu.RUnlock()
	time.Sleep(1)
	conn.Read(nil)
	cond.Wait()
	<-ctx.Done()
	_ = len(c)
	ctx, cancel := context.WithTimeout(ctx, time.Second)
	defer cancel()
}
