// curfew: --level advice
// The only deferred call is the stop of NotifyContext, which matters to nobody once the process ends.
package main

import (
	"context"
	"log"
	"os"
	"os/signal"
)

func run(ctx context.Context) error {
	<-ctx.Done()
	return context.Cause(ctx)
}

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	if err := run(ctx); err != nil {
		log.Fatal(err)
	}
}
