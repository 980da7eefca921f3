// The serving goroutine returns when Shutdown is called, and its result is received.
package cases

import (
	"context"
	"net/http"
	"time"
)

func serve(ctx context.Context, h http.Handler) error {
	srv := &http.Server{Addr: ":0", Handler: h, ReadHeaderTimeout: time.Second, IdleTimeout: time.Minute}
	failed := make(chan error, 1)
	go func() { failed <- srv.ListenAndServe() }()
	select {
	case err := <-failed:
		return err
	case <-ctx.Done():
	}
	grace, cancel := context.WithTimeout(context.WithoutCancel(ctx), 10*time.Second)
	defer cancel()
	err := srv.Shutdown(grace)
	<-failed
	return err
}
