// The value that keeps the context is made inside the call, from that call's own context, and goes with it.
package cases

import "context"

type cursor struct {
	ctx context.Context
	in  <-chan string
}

func recv(ctx context.Context, in <-chan string) (string, error) {
	select {
	case <-ctx.Done():
		return "", ctx.Err()
	case s := <-in:
		return s, nil
	}
}

func (c cursor) next() (string, error) {
	return recv(c.ctx, c.in)
}

func firstTwo(ctx context.Context, in <-chan string) (string, string, error) {
	c := cursor{ctx: ctx, in: in}
	a, err := c.next()
	if err != nil {
		return "", "", err
	}
	b, err := c.next()
	return a, b, err
}
