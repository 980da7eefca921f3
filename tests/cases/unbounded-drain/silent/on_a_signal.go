// curfew: --level advice
// As the firing case, with a deadline.
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
		ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
		defer cancel()
		_ = srv.Shutdown(ctx)
		close(idle)
	}()
	_ = srv.ListenAndServe()
	<-idle
}
