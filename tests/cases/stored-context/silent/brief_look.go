// The stored context is given a moment to end, so that the error can be told better; nothing waits under it.
package cases

import (
	"context"
	"errors"
	"time"
)

var errGone = errors.New("gone")

type plugin struct{ gone context.Context }

func newPlugin(gone context.Context) *plugin { return &plugin{gone: gone} }

func explain(err error, gone context.Context) error {
	if err == nil {
		return nil
	}
	select {
	case <-gone.Done():
		return errGone
	case <-time.After(time.Second):
		return err
	}
}

func (p *plugin) start(err error) error { return explain(err, p.gone) }

func startAll(ctx context.Context, p *plugin) error {
	if ctx.Err() != nil {
		return ctx.Err()
	}
	return p.start(errGone)
}
