// The owner stops all that it hired, the one that calls it among them, and Stop waits for its goroutine.
package cases

import "context"

type Crew struct {
	hands []*Hand
}

func (c *Crew) Close() {
	for _, h := range c.hands {
		h.Stop()
	}
}

type Hand struct {
	cancel context.CancelFunc
	done   chan struct{}
	crew   *Crew
}

func (c *Crew) hire(work func(context.Context) error) {
	ctx, cancel := context.WithCancel(context.Background())
	h := &Hand{cancel: cancel, done: make(chan struct{}), crew: c}
	c.hands = append(c.hands, h)
	go h.run(ctx, work)
}

func (h *Hand) run(ctx context.Context, work func(context.Context) error) {
	defer close(h.done)
	if err := work(ctx); err != nil {
		h.crew.Close() // want child-stops-owner[error] "h.crew.Close waits for the goroutine that calls it"
	}
}

func (h *Hand) Stop() {
	h.cancel()
	<-h.done
}
