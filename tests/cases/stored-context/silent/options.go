// The options are read once, by the constructor, which derives the value's lifetime from them.
package cases

import "context"

type Options struct {
	Context context.Context
	Size    int
}

type Buffer struct {
	cancel context.CancelFunc
	lines  chan string
	done   chan struct{}
}

func NewBuffer(o Options) *Buffer {
	ctx, cancel := context.WithCancel(o.Context)
	b := &Buffer{cancel: cancel, lines: make(chan string, o.Size), done: make(chan struct{})}
	go func() {
		defer close(b.done)
		for {
			select {
			case <-ctx.Done():
				return
			case <-b.lines:
			}
		}
	}()
	return b
}

func (b *Buffer) Close() {
	b.cancel()
	<-b.done
}
