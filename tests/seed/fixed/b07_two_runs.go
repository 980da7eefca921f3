// Two calls of Run close the channel twice.
package fixed

import "context"

type Feed struct {
	out chan string
}

func (f *Feed) Run(ctx context.Context, lines <-chan string) {
	for {
		select {
		case <-ctx.Done():
			close(f.out)
			return
		case l := <-lines:
			f.out <- l
		}
	}
}

func serve(ctx context.Context, a, b <-chan string) <-chan string {
	f := &Feed{out: make(chan string)}
	go f.Run(ctx, a)
	go f.Run(ctx, b)
	return f.out
}
