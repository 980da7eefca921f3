// curfew: --level advice
// On a signal the server is drained; one client that downloads slowly keeps the process.
package main

import (
	"context"
	"net/http"
	"os"
	"os/signal"
	"time"
)

func main() {
	srv := &http.Server{ReadHeaderTimeout: time.Second, IdleTimeout: time.Minute}
	idle := make(chan struct{})
	go func() {
		c := make(chan os.Signal, 1)
		signal.Notify(c, os.Interrupt)
		<-c
		_ = srv.Shutdown(context.Background()) // want unbounded-drain[advice] "context.Background() never ends"
		close(idle)
	}()
	_ = srv.ListenAndServe()
	<-idle
}
