// Run time: the fresh context travels through a struct field to the callee that waits under it.
package cases

import "context"

type call struct {
	ctx   context.Context
	reply chan int
}

func (c *call) wait() (int, error) {
	select {
	case <-c.ctx.Done():
		return 0, c.ctx.Err()
	case v := <-c.reply:
		return v, nil
	}
}

func ask(ctx context.Context, reply chan int) (int, error) {
	if err := ctx.Err(); err != nil {
		return 0, err
	}
	c := &call{ctx: context.Background(), reply: reply} // want severed-context "ctx"
	return c.wait()
}
