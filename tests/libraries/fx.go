package cases

import (
	"context"
	"time"

	"go.uber.org/fx"
)

// RunApp stops the program with a context that has ended already.
func RunApp(ctx context.Context, app *fx.App) error {
	if err := app.Start(ctx); err != nil {
		return err
	}
	<-ctx.Done()
	return app.Stop(ctx) // want cancelled-shutdown "ctx"
}

func RunAppWith(ctx context.Context, app *fx.App) error {
	if err := app.Start(ctx); err != nil {
		return err
	}
	<-ctx.Done()
	stop, cancel := context.WithTimeout(context.WithoutCancel(ctx), time.Second)
	defer cancel()
	return app.Stop(stop)
}

func Start(ctx context.Context, app *fx.App) error {
	return app.Start(context.Background()) // want severed-context "ctx is at hand"
}

func StartWith(ctx context.Context, app *fx.App) error {
	return app.Start(ctx)
}
