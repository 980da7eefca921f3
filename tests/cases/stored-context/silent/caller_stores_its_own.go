// The caller has put the context that it holds into the field: the call ends with it.
package cases

import "context"

type scan struct {
	ctx   context.Context
	found chan string
}

type base struct{ first string }

func (s *scan) open() string {
	select {
	case f := <-s.found:
		return f
	case <-s.ctx.Done():
		return ""
	}
}

func (b *base) newScan(ctx context.Context) *scan {
	s := &scan{ctx: ctx, found: make(chan string)}
	b.first = s.open()
	return s
}
