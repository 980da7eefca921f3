// Nothing waits under the stored context: it is asked for a value.
package cases

import (
	"context"
	"log"
)

type nameKey struct{}

type reporter struct{ ctx context.Context }

func newReporter(ctx context.Context) *reporter { return &reporter{ctx: ctx} }

func (r *reporter) report(line string) {
	log.Println(r.ctx.Value(nameKey{}), line)
}

func run(ctx context.Context, r *reporter, lines <-chan string) {
	for {
		select {
		case <-ctx.Done():
			return
		case line := <-lines:
			r.report(line)
		}
	}
}
