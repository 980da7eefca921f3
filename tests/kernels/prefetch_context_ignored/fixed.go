// A prefetcher's producer sends or leaves with the context.
package main

import (
	"context"
	"fmt"
	"time"
)

type chunk struct{ offset, size int }

type prefetcher struct {
	size, step int
}

func (p *prefetcher) produce(ctx context.Context, out chan<- chunk) {
	defer close(out)
	for off := 0; off < p.size; off += p.step {
		select {
		case out <- chunk{off, p.step}:
		case <-ctx.Done():
			return
		}
	}
}

func (p *prefetcher) first(parent context.Context, n int) []chunk {
	ctx, cancel := context.WithCancel(parent)
	defer cancel()
	ch := make(chan chunk)
	go p.produce(ctx, ch)
	var got []chunk
	for c := range ch {
		got = append(got, c)
		if len(got) == n {
			break
		}
	}
	return got
}

func main() {
	p := &prefetcher{size: 100, step: 10}
	fmt.Println(len(p.first(context.Background(), 3)))
	time.Sleep(10 * time.Millisecond)
}
