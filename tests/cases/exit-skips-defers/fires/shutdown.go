// Anything but a clean end of serving: the deferred Shutdown, which would drain the requests in flight, is skipped.
package main

import (
	"context"
	"errors"
	"log"
	"net/http"
	"os"
	"os/signal"
	"time"
)

func main() {
	srv := &http.Server{Addr: ":8080", ReadHeaderTimeout: time.Second, IdleTimeout: time.Minute}
	defer srv.Shutdown(context.Background())
	served := make(chan error, 1)
	go func() { served <- srv.ListenAndServe() }()
	stop := make(chan os.Signal, 1)
	signal.Notify(stop, os.Interrupt)
	select {
	case err := <-served:
		if !errors.Is(err, http.ErrServerClosed) {
			log.Fatal(err) // want exit-skips-defers "srv.Shutdown"
		}
	case <-stop:
	}
}
