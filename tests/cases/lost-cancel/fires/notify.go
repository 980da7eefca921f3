// Run time: each call registers for the signal once more, and nothing takes the registration back.
package cases

import (
	"context"
	"os"
	"os/signal"
)

func serveUntilInterrupt(parent context.Context, serve func(context.Context) error) error {
	ctx, _ := signal.NotifyContext(parent, os.Interrupt) // want lost-cancel "NotifyContext"
	return serve(ctx)
}
