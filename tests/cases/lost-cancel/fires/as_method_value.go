// Run time: both the making of the context and the work under it are called through method values.
package cases

import (
	"context"
	"time"
)

type press struct{ pages int }

func (p *press) print(ctx context.Context) error {
	p.pages++
	return ctx.Err()
}

func printPages(parent context.Context, p *press) error {
	limit := context.WithTimeout
	work := p.print
	ctx, _ := limit(parent, 5*time.Second) // want lost-cancel "cancel"
	return work(ctx)
}
