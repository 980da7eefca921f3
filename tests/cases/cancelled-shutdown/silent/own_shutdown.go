// This Shutdown drains nothing: it uses the context for a log line.
package cases

import (
	"context"
	"log"
)

type nameKey struct{}

type meter struct{ n int }

func (m *meter) Shutdown(ctx context.Context) {
	log.Println(ctx.Value(nameKey{}), m.n)
}

func stopOnCancel(ctx context.Context, m *meter) {
	<-ctx.Done()
	m.Shutdown(ctx)
}
