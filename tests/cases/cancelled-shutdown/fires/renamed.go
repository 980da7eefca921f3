// Run time: the second function of the group wakes because halt has ended, and hands halt to the drain.
package cases

import (
	"context"
	"errors"
	"net/http"

	"golang.org/x/sync/errgroup"
)

func host(life context.Context, front *http.Server) error {
	crew, halt := errgroup.WithContext(life)
	crew.Go(func() error {
		if e := front.ListenAndServe(); e != nil && !errors.Is(e, http.ErrServerClosed) {
			return e
		}
		return nil
	})
	crew.Go(func() error {
		<-halt.Done()
		return front.Shutdown(halt) // want cancelled-shutdown[error] "halt"
	})
	return crew.Wait()
}
